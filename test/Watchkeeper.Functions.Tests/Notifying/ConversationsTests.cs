using Shouldly;
using Watchkeeper.Configuration;
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

    [Fact]
    public async Task Other_channels_keep_their_messages()
    {
        await NotifyAsync(Mail(_ => new SendResult.Sent("mail-1")), await RecordAsync());

        topic.Sent.Select(each => each.Message.Thread.Root).ShouldBe([null, null]);
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
