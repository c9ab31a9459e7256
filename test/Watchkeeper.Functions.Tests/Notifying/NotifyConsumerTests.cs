using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class NotifyConsumerTests : IDisposable
{
    private readonly World world = new();
    private readonly ScriptedChannel topic = new(ChannelKind.Sns, _ => new SendResult.Sent("sns-1"));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task The_lost_end_of_an_incident_is_mended_when_another_takes_its_slot()
    {
        var changes = await world.RecordAsync(
            Signal(), Signal(SignalCondition.Resolved, 5), Signal(minute: 60), Signal(SignalCondition.Resolved, 65));
        await ConsumeAsync(changes[0]);

        await ConsumeAsync(changes[2]);
        var sent = topic.Tries;
        await ConsumeAsync(changes[3]);

        var ended = (await EndedAsync());
        ended.Length.ShouldBe(2);
        sent.ShouldBe(2, "nobody is notified of the lost end");
        (await world.Notifications.ListAsync(ended[1], TestContextToken).ToListAsync(TestContextToken))[^1].Reason
            .ShouldBe(NotificationReason.Lost);
    }

    [Fact]
    public async Task Nothing_is_read_while_an_incident_keeps_its_slot()
    {
        var changes = await world.RecordAsync(Signal(), Signal(SignalCondition.Resolved, 5), Signal(minute: 10));

        // The end is lost, and the incident reopens: its list shows it as active.
        await ConsumeAsync(changes[0]);
        await ConsumeAsync(changes[2]);

        (await EndedAsync()).ShouldBeEmpty();
    }

    private async Task ConsumeAsync(Watchkeeper.Incidents.StoreChange change)
    {
        var metrics = new Metrics(new LineOutput(Stream.Null), world.Time, "NotifyFunction");
        var consumer = new NotifyConsumer(
            new Notifier(world.Notifications, [topic], world.Configuration, world.Time), world.Notifications, world.Events,
            new NotifyObserver(metrics, NullLogger.Instance, world.Time), NullLogger.Instance, world.Time);
        (await consumer.ConsumeAsync(change, world.Deadline, TestContextToken)).ShouldBeTrue();
    }

    private async Task<string[]> EndedAsync() =>
    [
        .. (await new IncidentQueries(world.Table, world.Time).ListAsync(
            new IncidentQuestion.Ended(Noon, Noon.AddDays(1)), 5, null, TestContextToken)).Incidents
            .Select(one => one.Incident.Id),
    ];
}
