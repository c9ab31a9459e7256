using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class FeedbackIntakeTests : IDisposable
{
    private const string Bounced = "020-db-cpu-mail-bounced-by-dmarc";
    private const string Words = "could not be delivered: bounced: Permanent, General: smtp; 550 5.7.26 Unauthenticated email "
        + "from shop.example is not accepted due to the domain's DMARC policy";

    private readonly World world = new();
    private readonly MemoryStream lines = new();
    private readonly InMemoryDeadLetters deadLetters = new();
    private readonly ScriptedChannel topic = new(ChannelKind.Sns, _ => new SendResult.Sent("sns-1"));
    private readonly ScriptedChannel mail = new(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));

    public FeedbackIntakeTests() => world.Time.SetUtcNow(new DateTimeOffset(2026, 11, 17, 12, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Fact]
    public async Task A_bounce_is_in_the_send_log_and_in_the_log_and_in_the_metric()
    {
        var row = await NotifyAsync();

        var result = await TakeAsync(Event(Bounced, row));

        (result.Outcome, result.Reason, result.Incident).ShouldBe((Outcome.Recorded, "undelivered", row.Entry.Incident.Id));
        result.Title.ShouldBe(row.Entry.Incident.Subject.Title);
        var delivery = (await RowAsync(row)).Outcomes[1];
        (delivery.Status, delivery.Detail).ShouldBe((DeliveryStatus.Undelivered, Words));
        Lines.ShouldContain(
            $"mail of notification {row.Entry.Key} of {row.Entry.Incident.Id}, undelivered: could not be delivered: bounced");
        Lines.ShouldContain(
            """[["Kind"],[]],"Metrics":[{"Name":"MailFailures","Unit":"Count"}]}]},"Kind":"bounce","MailFailures":1}""");
    }

    [Fact]
    public async Task A_report_is_found_by_its_own_id_with_what_was_recorded_of_it()
    {
        var row = await NotifyAsync();
        var result = await TakeAsync(Event(Bounced, row));
        await TakeAsync(Event(Bounced, row));

        var trace = await new IncidentQueries(world.Table, world.Time).TraceAsync(result.EventId, TestContextToken);

        trace.Records.Select(record => (record.Function, record.Reason, record.Incident)).ShouldBe(
        [
            ("FeedbackFunction", "undelivered", row.Entry.Incident.Id), ("FeedbackFunction", "duplicate", row.Entry.Incident.Id),
        ], ignoreOrder: true);
        EventEnd.For(trace)!.Kind.ShouldBe(EventEndKind.Merged);
    }

    [Fact]
    public async Task Feedback_sends_nothing_and_starts_nothing()
    {
        var row = await NotifyAsync();
        var changes = world.Changes.Length;

        await TakeAsync(Event(Bounced, row));

        world.Changes.Length.ShouldBe(changes);
        world.Time.Advance(TimeSpan.FromHours(3));
        await world.Sweeper(Notifier()).SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);

        (topic.Tries, mail.Tries).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_same_bounce_counts_once_however_often_it_comes()
    {
        var row = await NotifyAsync();

        await TakeAsync(Event(Bounced, row));
        var second = await TakeAsync(Event(Bounced, row, root => root["id"] = "another-event"));

        (second.Outcome, second.Reason).ShouldBe((Outcome.Merged, "duplicate"));
        Failures.ShouldBe(1);
    }

    [Fact]
    public async Task A_delay_is_no_failure_and_the_bounce_that_follows_is_one()
    {
        var row = await NotifyAsync();

        (await TakeAsync(Event("010-order-cpu-mail-delayed", row))).Reason.ShouldBe("delayed");
        (await RowAsync(row)).Outcomes[1].Status.ShouldBe(DeliveryStatus.Sent);
        Failures.ShouldBe(0);
        (await TakeAsync(Event(Bounced, row))).Reason.ShouldBe("undelivered");
        Failures.ShouldBe(1);
    }

    [Theory]
    [InlineData("050-warehouse-mail-called-spam", "complained", "complaint")]
    [InlineData("040-warehouse-recovery-mail-rejected", "undelivered", "reject")]
    [InlineData("060-db-storage-mail-not-rendered", "undelivered", "rendering-failure")]
    public async Task Each_kind_of_feedback_has_its_own_metric(string name, string reason, string kind)
    {
        (await TakeAsync(Event(name, await NotifyAsync()))).Reason.ShouldBe(reason);

        Lines.ShouldContain($"\"Kind\":\"{kind}\",\"MailFailures\":1");
    }

    [Fact]
    public async Task Feedback_on_an_expired_row_is_logged_and_ends_there()
    {
        var result = await TakeAsync(File("080-mail-of-a-row-that-has-gone-bounced"));

        (result.Outcome, result.Reason, result.Incident).ShouldBe((Outcome.Ignored, "row-gone", null));
        Lines.ShouldContain("row-gone: could not be delivered: bounced: Transient, MailboxFull: smtp; 552 5.2.2 mailbox full");
        Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Feedback_on_the_mail_of_another_sender_is_ignored_and_logged()
    {
        var result = await TakeAsync(File("070-another-senders-mail-bounced"));

        (result.Outcome, result.Reason).ShouldBe((Outcome.Ignored, "another-sender"));
        deadLetters.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invalid_event_becomes_a_dead_letter_with_reason_and_path()
    {
        var payload = Event(Bounced, await NotifyAsync(), root => root["detail"]!["bounce"]!.AsObject().Remove("bounceType"));

        var result = await TakeAsync(payload);

        (result.Outcome, result.Path).ShouldBe((Outcome.Failed, "$.detail.bounce.bounceType"));
        var deadLetter = deadLetters.All.ShouldHaveSingleItem();
        (deadLetter.Function, deadLetter.Rejection.Path, deadLetter.Rejection.Reason)
            .ShouldBe(("FeedbackFunction", result.Path, result.Reason));
        deadLetter.Payload.ToArray().ShouldBe(payload);
        Lines.ShouldContain("\"DeadLetters\":1");
    }

    [Fact]
    public async Task An_event_whose_dead_letter_cannot_be_written_comes_again()
    {
        var intake = Intake(new InMemoryDeadLetters(new TimeoutException("the queue")));

        await Should.ThrowAsync<TimeoutException>(() => intake.TakeAsync("[]"u8.ToArray(), TestContextToken));
    }

    private string Lines => Encoding.UTF8.GetString(lines.ToArray());

    private int Failures => Lines.Split("\"MailFailures\":1").Length - 1;

    private async Task<IntakeResult> TakeAsync(byte[] payload) =>
        (await Intake(deadLetters).TakeAsync(payload, TestContextToken)).Results.ShouldHaveSingleItem();

    private FeedbackIntake Intake(InMemoryDeadLetters kept)
    {
        var output = new LineOutput(lines);
        const string function = nameof(FunctionName.FeedbackFunction);
        var observer = new FeedbackObserver(
            new Metrics(output, world.Time, function), new JsonLogger(output, world.Time, function));
        return new FeedbackIntake(world.Notifications, kept, world.Events, observer, world.Time);
    }

    private Notifier Notifier() => new(world.Notifications, [topic, mail], world.Configuration, world.Time);

    private async Task<NotificationRecord> NotifyAsync()
    {
        var change = (await world.RecordAsync(Signal(nature: SignalNature.Event))).Single();
        return (await Notifier().NotifyAsync(change, world.Deadline, TestContextToken))
            .ShouldBeOfType<NotifyResult.Tried>().Record;
    }

    private async Task<NotificationRecord> RowAsync(NotificationRecord record)
    {
        await foreach (var row in world.Notifications.ListAsync(record.Entry.Incident.Id, TestContextToken))
        {
            if (row.Entry.Key == record.Entry.Key)
                return row;
        }

        throw new InvalidOperationException("it is gone");
    }

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(Repository.PathOf($"events/mail/{name}.json"));

    // The event that SES sends about this row's mail.
    private static byte[] Event(string name, NotificationRecord row, Action<JsonNode>? change = null)
    {
        var root = JsonNode.Parse(File(name))!;
        var tags = root["detail"]!["mail"]!["tags"]!;
        tags["watchkeeper-incident"]![0] = row.Entry.Incident.Id;
        tags["watchkeeper-notice"]![0] = row.Entry.Key.Replace("#", "_23", StringComparison.Ordinal);
        tags["watchkeeper-delivery"]![0] = row.KeyOf(row.Deliveries[1]);
        change?.Invoke(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
