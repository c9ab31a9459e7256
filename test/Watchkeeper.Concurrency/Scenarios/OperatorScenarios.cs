using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Operators act at once, and while signals and sweeps change the incident.</summary>
internal static class OperatorScenarios
{
    public static async Task TwoAcknowledgementsAsync(World world)
    {
        var incident = await OpenAsync(world, Orders.Signal());

        var results = await World.AtOnceAsync(
            () => ActAsync(world, incident, OperatorVerb.Acknowledge, "alice"),
            () => ActAsync(world, incident, OperatorVerb.Acknowledge, "bob"));

        var slot = await world.SlotAsync();
        var winner = results[0] is OperatorResult.Done ? "alice" : "bob";
        ThrowUnless(results.Count(result => result is OperatorResult.Done) == 1, $"of {Words(results)} one won");
        ThrowUnless(
            results.OfType<OperatorResult.Taken>().Single().Incident.AcknowledgedBy == winner, $"{winner} won: {Words(results)}");
        ThrowUnless(
            slot is { Version: 2, Active.AcknowledgedBy: { } who } && who == winner,
            $"version {slot.Version} is acknowledged by {slot.Active?.AcknowledgedBy}");
    }

    public static async Task AcknowledgementRepeatedAsync(World world)
    {
        var incident = await OpenAsync(world, Orders.Signal());

        var results = await World.AtOnceAsync(
            () => ActAsync(world, incident, OperatorVerb.Acknowledge, "alice", "first"),
            () => ActAsync(world, incident, OperatorVerb.Acknowledge, "alice", "second"));

        ThrowUnless(results.All(result => result is OperatorResult.Done), $"both succeed: {Words(results)}");
        ThrowUnless((await world.SlotAsync()).Version == 2, $"one of them is recorded: {Words(results)}");
    }

    public static async Task AcknowledgementAgainstTheEndAsync(World world)
    {
        var incident = await OpenAsync(world, Orders.Signal());

        var results = await World.AtOnceAsync<object>(
            async () => await ActAsync(world, incident, OperatorVerb.Acknowledge, "alice"),
            async () => (await world.RecordAsync(Orders.Signal(SignalCondition.Resolved, 1)))[0]);

        var slot = await world.SlotAsync();
        ThrowUnless(slot is { Active: null, Last.Reason: DecisionReason.Resolved }, $"the end counts: {slot.Last.Reason}");
        ThrowUnless(
            results[0] is OperatorResult.Done ? slot.Version == 3 : results[0] is OperatorResult.Ended && slot.Version == 2,
            $"version {slot.Version} after {results[0]}");
    }

    public static async Task ResolutionAgainstARepeatAsync(World world)
    {
        var incident = await OpenAsync(world, Orders.Signal());

        var results = await World.AtOnceAsync<object>(
            async () => await ActAsync(world, incident, OperatorVerb.Resolve, "alice", note: "known"),
            async () => (await world.RecordAsync(Orders.Signal(minute: 1)))[0]);

        var slot = await world.SlotAsync();
        ThrowUnless(results[0] is OperatorResult.Done, $"{results[0]}");
        ThrowUnless(
            slot.Incident?.Id == incident.Id && slot.Version == 3
                && slot.Active is not null == results[1] is DecisionReason.Reopened,
            $"{results[1]} left it {slot.Incident?.Status} in version {slot.Version}");
    }

    public static async Task AcknowledgementAgainstASweepAsync(World world)
    {
        var signal = Orders.Signal(nature: SignalNature.Event);
        var incident = await OpenAsync(
            world, signal with { Subject = signal.Subject with { Kind = SignalKind.Detection, Source = SignalSource.Trail } });
        world.Clock.Now = Orders.Noon.AddDays(2);

        var results = await World.AtOnceAsync<object>(
            async () => await ActAsync(world, incident, OperatorVerb.Acknowledge, "alice"),
            async () => (await world.Sweeper().SweepAsync(world.Clock.Now, world.Deadline, CancellationToken.None)).Expired);

        var slot = await world.SlotAsync();
        ThrowUnless(slot.Active is null == results[1] is 1, $"expired {results[1]} times, and it is {slot.Incident?.Status}");
        ThrowUnless(
            results[0] is OperatorResult.Done == slot.Incident?.AcknowledgedBy is "alice",
            $"{results[0]} left it acknowledged by {slot.Incident?.AcknowledgedBy}");
    }

    private static async Task<Incident> OpenAsync(World world, Signal signal)
    {
        await world.RecordAsync(signal);
        return (await world.SlotAsync()).Incident!;
    }

    private static Task<OperatorResult> ActAsync(
        World world, Incident incident, OperatorVerb verb, string who, string id = "act", string note = "") =>
        new OperatorDesk(world.Slots, world.Clock).ActAsync(
            incident.Subject.Fingerprint, incident.Id, new OperatorAction($"{who}-{id}", verb, who, note),
            CancellationToken.None);

    private static string Words(IEnumerable<OperatorResult> results) =>
        string.Join(", ", results.Select(result => result.GetType().Name));
}
