using Watchkeeper.Channels;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Two sweeps process due work at once.</summary>
internal static class SweepScenarios
{
    public static async Task ExpiryAsync(World world)
    {
        await world.RecordAsync(Found(0));
        world.Clock.Now = Orders.Noon.AddDays(2);

        var expired = await World.AtOnceAsync(() => ExpireAsync(world), () => ExpireAsync(world));

        var slot = await world.SlotAsync();
        ThrowUnless(expired.Sum() == 1, $"expired {expired.Sum()} times");
        ThrowUnless(
            slot is { Version: 2, Active: null, Last.Reason: DecisionReason.Expired },
            $"version {slot.Version} is {slot.Last.Reason}");
    }

    public static async Task ExpiryAgainstARepeatAsync(World world)
    {
        await world.RecordAsync(Found(0));
        var opened = (await world.SlotAsync()).Incident!;
        var minutes = (int)TimeSpan.FromDays(1).TotalMinutes;
        world.Clock.Now = Orders.Now(minutes);
        // The signal happened after the sweeps' scheduled time, so the incident is active in the end, in any order.
        var repeat = Found(minutes + 1);

        var expired = await World.AtOnceAsync(
            () => ExpireAsync(world),
            () => ExpireAsync(world),
            async () => (await world.RecordAsync(repeat))[0] is DecisionReason.Reopened ? -1 : 0);

        var slot = await world.SlotAsync();
        ThrowUnless(
            slot.Active?.Id == opened.Id && slot.Active.Signals == 2,
            $"{slot.Incident?.Status} with {slot.Incident?.Signals} signals");
        ThrowUnless(expired.Sum() == 0, $"one expiry is undone by one reopening, and none by none: {string.Join(", ", expired)}");
    }

    public static async Task DueMessageAsync(World world)
    {
        await world.RecordAsync(Orders.Signal());
        var record = NotificationPlan.Decide(world.Watch.Changes.Single(), world.Configuration).Record!;
        await PostponeAsync(world, record);
        world.Clock.Now = Orders.Now(5);

        var tried = await World.AtOnceAsync(
            () => SweepAsync(world), () => SweepAsync(world), () => NotifyAsync(world));

        ThrowUnless(world.Topic.Messages == 1, $"notified {world.Topic.Messages} times");
        ThrowUnless(tried.Sum() == 1, $"tried {tried.Sum()} times");
    }

    private static async Task PostponeAsync(World world, NotificationRecord record)
    {
        var throttled = new Notifier(world.Notifications, [new ThrottledTopic()], world.Configuration, world.Clock);
        await throttled.ResumeAsync(record, world.Deadline, CancellationToken.None);
    }

    private static async Task<int> ExpireAsync(World world) =>
        (await world.Sweeper().SweepAsync(world.Clock.Now, world.Deadline, CancellationToken.None)).Expired;

    private static async Task<int> SweepAsync(World world) =>
        (await world.Sweeper().SweepAsync(world.Clock.Now, world.Deadline, CancellationToken.None)).Tried;

    private static async Task<int> NotifyAsync(World world)
    {
        var result = await world.Notifier().NotifyAsync(world.Watch.Changes[0], world.Deadline, CancellationToken.None);
        return result is NotifyResult.Tried ? 1 : 0;
    }

    private static Signal Found(int minute)
    {
        var signal = Orders.Signal(minute: minute, nature: SignalNature.Event);
        return signal with { Subject = signal.Subject with { Kind = SignalKind.Detection, Source = SignalSource.Trail } };
    }

    private sealed class ThrottledTopic : IMessageChannel
    {
        public ChannelKind Kind => ChannelKind.Sns;

        public ChannelPace? Pace => null;

        public Task<SendResult> SendAsync(
            Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken) =>
            Task.FromResult<SendResult>(new SendResult.Retry("Throttling"));
    }
}
