using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class ConversationsTests : IDisposable
{
    private const string Ops = "ops@shop.example";

    private readonly World world = new();
    private readonly ScriptedChannel topic = new(ChannelKind.Sns, _ => new SendResult.Sent("sns"));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Later_mails_have_the_subject_of_the_first_and_name_it()
    {
        var mail = Mail(_ => new SendResult.Sent("mail-1"));
        var changes = await RecordAsync();

        await NotifyAsync(mail, changes);

        var sent = mail.Sent.Select(each => each.Message).ToList();
        sent.Count.ShouldBe(2);
        sent.Select(each => each.Thread.Root).ShouldBe([null, "mail-1"]);
        sent.Select(each => each.Subject).Distinct().ShouldHaveSingleItem();
        sent.Select(each => each.Thread.Incident).Distinct().ShouldHaveSingleItem();
        sent.Select(each => each.Thread.IsOpening).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_first_mail_that_is_still_on_its_way_gives_the_subject_and_no_id()
    {
        var mail = Mail(tries => tries == 1 ? new SendResult.Retry("throttled") : new SendResult.Sent("mail-2"));
        var changes = await RecordAsync();

        await NotifyAsync(mail, changes);

        var sent = mail.Sent.Select(each => each.Message).ToList();
        sent[1].Thread.Root.ShouldBeNull();
        sent[1].Subject.ShouldBe(sent[0].Subject);
    }

    [Fact]
    public async Task A_first_mail_that_was_refused_is_followed_by_the_next_one()
    {
        var mail = Mail(tries => tries == 1 ? new SendResult.GiveUp("not verified") : new SendResult.Sent($"mail-{tries}"));
        var changes = await world.RecordAsync(
            Signal(), Signal(SignalCondition.Resolved, 1), Signal(minute: 2), Signal(SignalCondition.Resolved, 3));

        await NotifyAsync(mail, changes);

        mail.Sent.Select(each => each.Message.Thread.Root).ShouldBe([null, null, "mail-2", "mail-2"]);
        mail.Sent.Select(each => each.Message.Subject).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_address_has_a_conversation_of_its_own()
    {
        using var two = new World
        {
            Configuration = WatchkeeperConfiguration.Default(
                new Channel(ChannelKind.Mail, Ops), new Channel(ChannelKind.Mail, "boss@shop.example")),
        };
        var mail = Mail(tries => new SendResult.Sent($"mail-{tries}"));
        var notifier = new Notifier(two.Notifications, [mail], two.Configuration, two.Time);

        foreach (var change in await two.RecordAsync(Signal(), Signal(SignalCondition.Resolved, 1)))
            await notifier.NotifyAsync(change, two.Deadline, TestContextToken);

        var sent = mail.Sent.ToList();
        foreach (var (address, message) in sent.Skip(2))
            message.Thread.Root.ShouldBe($"mail-{sent.FindIndex(each => each.Address == address) + 1}");
        sent.Skip(2).Select(each => each.Address).ShouldBe([Ops, "boss@shop.example"], ignoreOrder: true);
    }

    [Fact] // It was sent without the mail that began its conversation, because that is looked for only for what is due.
    public async Task A_mail_that_falls_due_while_others_are_made_waits_for_the_next_look()
    {
        var mail = Mail(tries => tries == 2 ? new SendResult.Retry("throttled") : new SendResult.Sent($"mail-{tries}"));
        await NotifyAsync(mail, await RecordAsync());
        var row = await EndAsync();
        var dueAt = row.Deliveries.Single(delivery => delivery.Channel.Kind is ChannelKind.Mail).NextAttemptAt!.Value;
        world.Time.SetUtcNow(dueAt.AddMilliseconds(-200));
        var slow = new Notifier(world.Notifications, [topic, mail], world.Configuration, world.Time)
        {
            Words = (_, _) =>
            {
                world.Time.Advance(TimeSpan.FromSeconds(1));
                return ValueTask.FromResult(DetectionWordSet.BuiltIn);
            },
        };

        await slow.ResumeAsync(row, world.Deadline, TestContextToken);
        mail.Tries.ShouldBe(2);
        await slow.ResumeAsync(await EndAsync(), world.Deadline, TestContextToken);

        mail.Sent.Last().Message.Thread.Root.ShouldBe("mail-1");
    }

    [Fact]
    public async Task Other_channels_keep_their_messages()
    {
        await NotifyAsync(Mail(_ => new SendResult.Sent("mail-1")), await RecordAsync());

        topic.Sent.Select(each => each.Message.Thread.Root).ShouldBe([null, null]);
    }

    private async Task<NotificationRecord> EndAsync()
    {
        var incident = (await world.LastRowAsync()).Entry.Incident.Id;
        return await world.Notifications.ListAsync(incident, TestContextToken)
            .SingleAsync(row => row.Entry.Transition is Transition.Resolved, TestContextToken);
    }

    private static ScriptedChannel Mail(Func<int, SendResult> answer) => new(ChannelKind.Mail, answer);

    private async Task<IEnumerable<StoreChange>> RecordAsync() =>
        await world.RecordAsync(Signal(), Signal(SignalCondition.Resolved, 1));

    private async Task NotifyAsync(ScriptedChannel mail, IEnumerable<StoreChange> changes)
    {
        var notifier = new Notifier(world.Notifications, [topic, mail], world.Configuration, world.Time);
        foreach (var change in changes)
            await notifier.NotifyAsync(change, world.Deadline, TestContextToken);
    }
}
