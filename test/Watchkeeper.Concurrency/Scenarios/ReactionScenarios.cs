using Watchkeeper.Functions.Reacting;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Several processes react at once.</summary>
internal static class ReactionScenarios
{
    public static async Task OneChangeAsync(World world)
    {
        var change = Opening(world, "a", "one");

        var results = await World.AtOnceAsync(
            () => ReactAsync(world, change), () => ReactAsync(world, change), () => ReactAsync(world, change));

        ThrowUnless(world.Groups.Calls == 1, $"called {world.Groups.Calls} times");
        ThrowUnless(results.Count(each => each is ReactResult.Finished) == 1, $"finished by other than one");
        ThrowUnless((await RowAsync(world, change))?.Status is ReactionStatus.Done, $"the row does not say that it was done");
    }

    public static async Task OneTargetAsync(World world)
    {
        SlotChanged[] changes = [Opening(world, "a", "one"), Opening(world, "b", "one"), Opening(world, "c", "one")];

        await Task.WhenAll(changes.Select(change => Task.Run(() => ReactAsync(world, change))));

        ThrowUnless(world.Groups.Calls == 1, $"called {world.Groups.Calls} times within one cool-down");
        var rows = await Task.WhenAll(changes.Select(change => RowAsync(world, change)));
        ThrowUnless(
            rows.Count(row => row?.Refusal is ReactionRefusal.Cooldown) == 2, $"the others' rows do not name the cool-down");
    }

    public static async Task BudgetAsync(World world)
    {
        var reactions = world.Configuration.Reactions with { PerHour = 2 };
        SlotChanged[] changes = [Opening(world, "a", "one"), Opening(world, "b", "two"), Opening(world, "c", "three")];
        var reactor = new Reactor(
            world.Ledger, world.Groups, world.Alarms, world.Configuration with { Reactions = reactions }, world.Clock);

        await Task.WhenAll(changes.Select(change => Task.Run(() => ReactAsync(world, reactor, change))));

        ThrowUnless(world.Groups.Calls == 2, $"called {world.Groups.Calls} times of 2");
        var rows = await Task.WhenAll(changes.Select(change => RowAsync(world, change)));
        ThrowUnless(
            rows.Count(row => row?.Refusal is ReactionRefusal.Budget) == 1, $"the last one's row does not name the budget");
    }

    public static async Task OneGroupAsync(World world)
    {
        SlotChanged[] changes = [Failing(world, "a", "i-1"), Failing(world, "b", "i-2")];

        await Task.WhenAll(changes.Select(change => Task.Run(() => ReactAsync(world, change))));

        ThrowUnless(world.Groups.Calls == 1, $"replaced {world.Groups.Calls} of a group of two");
        var rows = await Task.WhenAll(changes.Select(change => RowAsync(world, change, "replace-instance.0")));
        ThrowUnless(
            rows.Count(row => row?.Refusal is ReactionRefusal.HealthyMinimum) == 1,
            $"the other's row does not name the healthy minimum");
    }

    public static async Task VerificationAgainstTheOneThatStartedAsync(World world)
    {
        var change = Opening(world, "a", "one");
        var hasty = new HandClock(world.Clock.Now.AddHours(1));
        var verifier = new Reactor(world.Ledger, world.Groups, world.Alarms, world.Configuration, hasty);

        // Its clock is wrong: it considers the first process gone, which still runs.
        await World.AtOnceAsync(
            () => ReactAsync(world, change),
            () => ReactAsync(world, verifier, change),
            () => ReactAsync(world, verifier, change));

        ThrowUnless(world.Groups.Calls == 1, $"called {world.Groups.Calls} times");
        var status = (await RowAsync(world, change))?.Status;
        ThrowUnless(status is ReactionStatus.Done or ReactionStatus.Unknown, $"the row says {status}");
    }

    private static SlotChanged Opening(World world, string alarm, string group) =>
        Opening(world, alarm, SignalKind.Cpu, ("AutoScalingGroupName", group), (SubjectLabels.Load, SubjectLabels.High));

    private static SlotChanged Failing(World world, string alarm, string instance) =>
        Opening(world, alarm, SignalKind.StatusCheck, ("InstanceId", instance), (SubjectLabels.Check, SubjectLabels.Failed));

    private static SlotChanged Opening(World world, string alarm, SignalKind kind, params (string Name, string Value)[] labels)
    {
        var slot = Orders.Opening(alarm).Apply(null);
        var subject = slot.Incident!.Subject with
        {
            Kind = kind,
            Labels = LabelSet.From(labels.Select(label => KeyValuePair.Create(label.Name, label.Value))),
        };
        world.Alarms.Rings(Orders.Signal(name: alarm) with { Subject = subject });
        return new SlotChanged(null, slot with { Incident = slot.Incident with { Subject = subject } });
    }

    private static Task<ReactResult> ReactAsync(World world, SlotChanged change) => ReactAsync(world, world.Reactor(), change);

    private static async Task<ReactResult> ReactAsync(World world, Reactor reactor, SlotChanged change) =>
        (await reactor.ReactAsync(change, world.Deadline, CancellationToken.None)).Single();

    private static Task<ReactionRecord?> RowAsync(World world, SlotChanged change, string step = "scale-out.0") =>
        world.Ledger.ReadAsync(change.After.Incident!.Id, step, CancellationToken.None);
}
