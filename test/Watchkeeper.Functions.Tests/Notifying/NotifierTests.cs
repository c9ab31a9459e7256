using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class NotifierTests : IDisposable
{
    private readonly World world = new();
    private readonly ScriptedChannel topic = new(ChannelKind.Sns, _ => new SendResult.Sent("sns-1"));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Every_channel_is_notified_once_however_often_a_change_is_delivered()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
        var change = (await world.RecordAsync(Signal())).ShouldHaveSingleItem();

        for (var delivery = 0; delivery < 3; delivery++)
            await Notifier(mail).NotifyAsync(change, world.Deadline, TestContextToken);

        topic.Tries.ShouldBe(1);
        mail.Tries.ShouldBe(1);
        (await RowsAsync(change)).ShouldHaveSingleItem().Deliveries.ShouldAllBe(each => each.Status == DeliveryStatus.Sent);
    }

    [Fact]
    public async Task A_channel_that_refuses_leaves_the_others_alone_and_its_row_says_why()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.GiveUp("Email address is not verified"));
        var change = (await world.RecordAsync(Signal())).Single();

        await Notifier(mail).NotifyAsync(change, world.Deadline, TestContextToken);

        var row = (await RowsAsync(change)).Single();
        row.Deliveries.Select(each => each.Status).ShouldBe([DeliveryStatus.Sent, DeliveryStatus.Failed]);
        row.Deliveries[1].Detail.ShouldBe("Email address is not verified");
    }

    [Fact]
    public async Task A_throttled_channel_is_notified_again_when_the_sweep_finds_it_due_and_no_other_is()
    {
        var mail = new ScriptedChannel(
            ChannelKind.Mail, tries => tries < 3 ? new SendResult.Retry("throttled") : new SendResult.Sent("mail-3"));
        var notifier = Notifier(mail);
        var change = (await world.RecordAsync(Signal())).Single();
        await notifier.NotifyAsync(change, world.Deadline, TestContextToken);
        var sweeper = world.Sweeper(notifier);

        await sweeper.SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);
        mail.Tries.ShouldBe(1);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await sweeper.SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(
            sweeper.SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken),
            sweeper.SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken));

        mail.Tries.ShouldBe(3);
        topic.Tries.ShouldBe(1);
        (await RowsAsync(change)).Single().IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notification_of_a_process_that_died_is_sent_again_after_its_deadline_and_not_before()
    {
        var change = (await world.RecordAsync(Signal())).Single();
        var dying = new Notifier(
            world.Notifications, [new ScriptedChannel(ChannelKind.Sns, _ => throw new InvalidOperationException("killed"))],
            world.Configuration, world.Time);
        await Should.ThrowAsync<InvalidOperationException>(() => dying.NotifyAsync(change, world.Deadline, TestContextToken));
        var next = Notifier(new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1")));

        (await next.NotifyAsync(change, world.Deadline, TestContextToken)).ShouldBeOfType<NotifyResult.HeldElsewhere>();
        topic.Tries.ShouldBe(0);
        world.Time.Advance(TimeSpan.FromSeconds(61));
        (await next.NotifyAsync(change, world.Deadline, TestContextToken)).ShouldBeOfType<NotifyResult.Tried>();

        topic.Tries.ShouldBe(1);
    }

    [Fact]
    public async Task A_repetition_notifies_nobody_and_is_kept_on_the_timeline()
    {
        var changes = await world.RecordAsync(Signal(), Signal(minute: 1));

        (await Notifier().NotifyAsync(changes[1], world.Deadline, TestContextToken)).ShouldBeOfType<NotifyResult.Done>();

        topic.Tries.ShouldBe(0);
        (await RowsAsync(changes[1])).ShouldHaveSingleItem().Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_channel_is_reported_by_its_name()
    {
        var change = (await world.RecordAsync(Signal())).Single();

        await Notifier().NotifyAsync(change, world.Deadline, TestContextToken);

        (await RowsAsync(change)).Single().Deliveries[1].Detail.ShouldContain("mail");
    }

    [Fact]
    public async Task Each_receivers_readers_get_their_own_language()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
        var configuration = world.Configuration with
        {
            Route = new Route
            {
                Receiver = "a",
                Routes = [.. new[] { "a", "b", "c" }.Select(name => new Route { Receiver = name, Continue = true })],
            },
            Receivers = new[] { "a", "b", "c" }.ToImmutableDictionary(
                name => name, name => new Receiver(name, [new Channel(ChannelKind.Mail, $"{name}@shop.example")]),
                StringComparer.Ordinal),
            Readers = ImmutableDictionary.Create<string, ReaderPreferences>(StringComparer.Ordinal)
                .Add("b", new ReaderPreferences(Locale.Chinese, "Asia/Shanghai")),
        };
        var change = (await world.RecordAsync(Signal())).Single();

        await new Notifier(world.Notifications, [mail], configuration, world.Time)
            .NotifyAsync(change, world.Deadline, TestContextToken);

        var texts = mail.Sent.ToDictionary(each => each.Address, each => each.Message.Text, StringComparer.Ordinal);
        texts["a@shop.example"].ShouldBe(texts["c@shop.example"]);
        texts["b@shop.example"].ShouldNotBe(texts["a@shop.example"]);
        texts["b@shop.example"].ShouldContain("20:00 (12:00 UTC)");
        texts["b@shop.example"].Any(character => character is > '\u4e00' and < '\u9fff').ShouldBeTrue();
        texts["a@shop.example"].Any(character => character is > '\u4e00' and < '\u9fff').ShouldBeFalse();
    }

    [Theory]
    [InlineData("0123456789", 7L, 7L)]
    [InlineData("aaaaaaaa0001", 7L, 7L)]
    [InlineData("bbbbbbbb0001", 7L, null)]
    [InlineData(null, 7L, 7L)]
    [InlineData("aaaaaaaa0001", null, 0L)]
    [InlineData("0123456789", null, null)]
    public async Task The_version_whose_routes_were_asked_is_kept_if_the_decision_records_another(
        string? decided, long? applied, long? kept)
    {
        var change = (SlotChanged)(await world.RecordAsync(Signal())).Single();
        change = change with
        {
            After = change.After with { Last = change.After.Last with { Configuration = decided } },
        };

        await new Notifier(world.Notifications, [topic], world.Configuration, world.Time)
        {
            Applied = applied is { } number
                ? new AppliedConfiguration { Number = number, Hash = new string('b', 64), By = "kim", At = Noon }
                : null,
        }.NotifyAsync(change, world.Deadline, TestContextToken);

        (await RowsAsync(change)).ShouldHaveSingleItem().RoutedBy.ShouldBe(kept);
    }

    private Notifier Notifier(params ScriptedChannel[] others) =>
        new(world.Notifications, [topic, .. others], world.Configuration, world.Time);

    private async Task<List<NotificationRecord>> RowsAsync(StoreChange change)
    {
        var rows = new List<NotificationRecord>();
        await foreach (var row in world.Notifications.ListAsync(((SlotChanged)change).After.Incident!.Id, TestContextToken))
            rows.Add(row);
        return rows;
    }
}
