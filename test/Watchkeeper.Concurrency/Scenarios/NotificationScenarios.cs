using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Several processes notify one change of an incident at once.</summary>
internal static class NotificationScenarios
{
    public static async Task OneChangeAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());
        var change = world.Watch.Changes.Single();

        var results = await World.AtOnceAsync(
            () => NotifyAsync(world, change), () => NotifyAsync(world, change), () => NotifyAsync(world, change));

        ThrowUnless(world.Topic.Messages == 1, $"notified {world.Topic.Messages} times");
        ThrowUnless(results.OfType<NotifyResult.Tried>().Single().Settled, $"the process that notified could not record it");
        ThrowUnless((await RowsAsync(world)).Single().IsSettled, $"notified and not settled");
    }

    public static async Task ClaimThatRanOutAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());
        var change = world.Watch.Changes.Single();
        var fresh = NotificationPlan.Decide(change, world.Configuration).Record!;
        // The claim of a process that died before it sent anything.
        await world.Notifications.ClaimAsync(fresh, world.Clock.Now, world.Deadline, CancellationToken.None);
        world.Clock.Now = world.Deadline;

        await World.AtOnceAsync(
            () => NotifyAsync(world, change), () => NotifyAsync(world, change), () => NotifyAsync(world, change));

        ThrowUnless(world.Topic.Messages == 1, $"notified {world.Topic.Messages} times");
        var row = (await RowsAsync(world)).Single();
        ThrowUnless(row is { Claim: 2, IsSettled: true }, $"claim {row.Claim}, settled: {row.IsSettled}");
    }

    public static async Task SettlingTooLateAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());
        var change = world.Watch.Changes.Single();
        var fresh = NotificationPlan.Decide(change, world.Configuration).Record!;
        var claim = await world.Notifications.ClaimAsync(fresh, world.Clock.Now, world.Deadline, CancellationToken.None);
        var late = (ClaimResult.Claimed)claim;
        world.Clock.Now = world.Deadline;
        var sent = late.Record with
        {
            Deliveries =
            [
                .. late.Record.Deliveries.Select(each => RetrySchedule.After(each, new SendResult.Sent("late"), world.Clock.Now)),
            ],
        };

        var results = await World.AtOnceAsync(
            async () => await world.Notifications.SettleAsync(sent, CancellationToken.None) ? 0 : 1,
            async () => await NotifyAsync(world, change) is NotifyResult.Tried ? 1 : 0,
            async () => await NotifyAsync(world, change) is NotifyResult.Tried ? 1 : 0);

        // Either the late process settled in time and nobody sends again, or it did not and one process does.
        ThrowUnless(results[0] == results[1] + results[2], $"late: {results[0]}, notified again: {results[1]} and {results[2]}");
        ThrowUnless(world.Topic.Messages == results[0], $"notified {world.Topic.Messages} times");
        ThrowUnless((await RowsAsync(world)).Single().IsSettled, $"notified and not settled");
    }

    public static async Task StreamReadTwiceAsync(World world)
    {
        await world.RecordAtOnceAsync(Orders.Signal(), Orders.Signal(SignalCondition.Resolved, 1), Orders.Signal(minute: 2));

        await World.AtOnceAsync(() => FollowAsync(world), () => FollowAsync(world));

        var transitions = world.Watch.Changes.Count(change =>
            NotificationPlan.Decide(change, world.Configuration).Record is { IsSettled: false });
        ThrowUnless(
            transitions > 0 && world.Topic.Messages == transitions,
            $"{transitions} transitions, {world.Topic.Messages} messages");
        ThrowUnless(world.Topic.MostOfOne == 1, $"one message was sent {world.Topic.MostOfOne} times");
    }

    private static async Task<int> FollowAsync(World world)
    {
        var notified = 0;
        foreach (var change in world.Watch.Changes)
            notified += await NotifyAsync(world, change) is NotifyResult.Tried ? 1 : 0;
        return notified;
    }

    private static Task<NotifyResult> NotifyAsync(World world, StoreChange change) =>
        world.Notifier().NotifyAsync(change, world.Deadline, CancellationToken.None);

    private static async Task<List<NotificationRecord>> RowsAsync(World world)
    {
        var rows = new List<NotificationRecord>();
        await foreach (var row in world.Notifications.ListAsync((await world.SlotAsync()).Incident!.Id, CancellationToken.None))
            rows.Add(row);
        return rows;
    }
}
