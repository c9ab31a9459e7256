using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Several processes record signals of one fingerprint at once.</summary>
internal static class SlotScenarios
{
    public static async Task ThreeOpeningsAsync(World world)
    {
        var reasons = await world.RecordAtOnceAsync(Orders.Signal(minute: 0), Orders.Signal(minute: 1), Orders.Signal(minute: 2));

        var slot = await world.SlotAsync();
        ThrowUnless(reasons.Count(each => each is DecisionReason.Opened) == 1, $"opened once of {string.Join(", ", reasons)}");
        ThrowUnless(
            slot.Active?.Signals == reasons.Count(each => each is not DecisionReason.Stale), $"{slot.Active?.Signals} counted");
        ThrowUnless(slot.NewestAt == Orders.Noon.AddMinutes(2), $"the newest is of {slot.NewestAt:O}");
    }

    public static async Task DeliveriesOfOneSignalAsync(World world)
    {
        var reasons = await world.RecordAtOnceAsync(Orders.Signal(), Orders.Signal(), Orders.Signal());

        var slot = await world.SlotAsync();
        ThrowUnless(
            reasons.Count(each => each is DecisionReason.Duplicate) == 2,
            $"all but one a duplicate of {string.Join(", ", reasons)}");
        ThrowUnless(slot is { Version: 1, Incident.Signals: 1 }, $"{slot.Incident?.Signals} signals in version {slot.Version}");
    }

    public static async Task DuplicatesOfARepeatAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());

        var reasons = await world.RecordAtOnceAsync(
            Orders.Signal(minute: 1), Orders.Signal(minute: 1), Orders.Signal(), Orders.Signal());

        var slot = await world.SlotAsync();
        ThrowUnless(
            reasons.Count(each => each is DecisionReason.Repeated) == 1, $"repeated once of {string.Join(", ", reasons)}");
        ThrowUnless(slot is { Version: 2, Incident.Signals: 2 }, $"{slot.Incident?.Signals} signals in version {slot.Version}");
    }

    public static async Task EndBetweenRepeatsAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());
        var opened = await world.SlotAsync();

        var reasons = await world.RecordAtOnceAsync(
            Orders.Signal(minute: 1), Orders.Signal(SignalCondition.Resolved, 2), Orders.Signal(minute: 3));

        var slot = await world.SlotAsync();
        ThrowUnless(
            slot.Active?.Id == opened.Incident!.Id, $"the newest state is trouble, the slot says {slot.Incident?.Status}");
        ThrowUnless(
            slot.Incident!.Reopenings == reasons.Count(each => each is DecisionReason.Reopened),
            $"{slot.Incident.Reopenings} reopenings");
        ThrowUnless(slot.NewestAt == Orders.Noon.AddMinutes(3), $"the newest is of {slot.NewestAt:O}");
    }

    public static async Task ReopeningsAgainstAnEndAsync(World world)
    {
        await world.RecordAsync(Orders.Signal(), Orders.Signal(SignalCondition.Resolved, 1));
        var first = await world.SlotAsync();

        var reasons = await world.RecordAtOnceAsync(
            Orders.Signal(minute: 2), Orders.Signal(minute: 3), Orders.Signal(SignalCondition.Resolved, 4));

        var slot = await world.SlotAsync();
        ThrowUnless(
            slot.Active is null && slot.Incident!.Id == first.Incident!.Id,
            $"the newest state is an end, the slot says {slot.Incident?.Status}");
        ThrowUnless(
            reasons.Count(each => each is DecisionReason.Reopened) == slot.Incident!.Reopenings,
            $"{slot.Incident.Reopenings} reopenings");
        ThrowUnless(slot.Incident.Reopenings <= 1, $"{slot.Incident.Reopenings} reopenings of one");
    }

    public static async Task FourOccurrencesAsync(World world)
    {
        var reasons = await world.RecordAtOnceAsync([.. Enumerable.Range(0, 4).Select(minute =>
            Orders.Signal(minute: minute, nature: SignalNature.Event))]);

        var slot = await world.SlotAsync();
        ThrowUnless(slot.Active?.Signals == 4, $"{slot.Active?.Signals} of 4 counted after {string.Join(", ", reasons)}");
        ThrowUnless(slot.Version == 4, $"version {slot.Version}");
    }

    public static async Task OneProcessAgainstAnotherAsync(World world)
    {
        await World.AtOnceAsync(
            () => world.RecordAsync(Orders.Signal(), Orders.Signal(SignalCondition.Resolved, 3), Orders.Signal(minute: 4)),
            () => world.RecordAsync(
                Orders.Signal(minute: 1), Orders.Signal(SignalCondition.Resolved, 2), Orders.Signal(SignalCondition.NoData, 5)));

        var slot = await world.SlotAsync();
        ThrowUnless(slot.Active is not null, $"the newest state is trouble, the slot says {slot.Incident?.Status}");
        ThrowUnless(slot.NewestAt == Orders.Noon.AddMinutes(4), $"the newest is of {slot.NewestAt:O}");
    }
}
