using Shouldly;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Grouping;

/// <summary>What becomes of messages whose group is told.</summary>
public sealed class GroupReleaseTests
{
    private static readonly Channel Chat = new(ChannelKind.Slack, "https://chat.example/1");
    private static readonly MessageGroup Group = new("g", "service=\"orders\"", new GroupSettings { By = ["service"] });
    private static readonly Suppression Waits = new(SuppressionKind.Grouping, Group.Name, "waits");
    private static readonly Suppression Silenced = new(SuppressionKind.Silence, "sil-1", "anna: the database moves");

    [Fact]
    public void The_first_of_many_is_sent_and_names_the_others()
    {
        var released = Plan(Message("cpu"), Message("disk"), Message("queue"));

        released.ShouldBe(["cpu 1 Pending +2", "disk 1 Grouped", "queue 1 Grouped"]);
    }

    [Fact]
    public void An_end_is_told_by_itself_where_what_began_anew_is_silenced()
    {
        var released = Plan(End("cpu", 2, new FiringReport.Told()), Message("cpu", 3) with { Suppression = Silenced });

        released.ShouldBe(["cpu 2 Pending", "cpu 3 Held"]);
    }

    [Fact]
    public void Whoever_was_told_hears_of_the_end_also_if_a_later_time_was_silenced_and_has_ended_too()
    {
        var released = Plan(End("cpu", 2, new FiringReport.Told()), End("cpu", 4, new FiringReport.KeptBack(Silenced)));

        released.ShouldBe(["cpu 2 Pending", "cpu 4 Suppressed"]);
    }

    [Fact]
    public void Of_one_incident_the_newest_message_stands_for_the_others()
    {
        var released = Plan(Message("cpu"), End("cpu", 2, new FiringReport.KeptBack(Waits)), Message("cpu", 3), Message("disk"));

        released.ShouldBe(["cpu 1 Merged", "cpu 2 Merged", "cpu 3 Pending +1", "disk 1 Grouped"]);
    }

    [Fact]
    public void What_began_and_ended_untold_is_told_with_what_fires_and_not_by_itself()
    {
        WaitingMessage[] over = [Message("cpu") with { Active = null }, End("cpu", 2, new FiringReport.KeptBack(Waits))];

        Plan(over).ShouldBe(["cpu 1 Suppressed", "cpu 2 Suppressed"]);
        Plan([.. over, Message("disk")]).ShouldBe(["cpu 1 Merged", "cpu 2 Grouped", "disk 1 Pending +1"]);
    }

    [Fact]
    public void The_end_of_what_was_told_is_told_though_it_began_and_ended_once_more_since()
    {
        WaitingMessage again = Message("cpu", 3) with { Active = null };

        Plan(End("cpu", 2, new FiringReport.Told()), again, End("cpu", 4, new FiringReport.KeptBack(Waits)))
            .ShouldBe(["cpu 2 Merged", "cpu 3 Merged", "cpu 4 Pending"]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void What_is_held_may_be_told_by_a_claim_but_not_by_the_one_that_wrote_it(int claim, bool isTold)
    {
        var pager = new Channel(ChannelKind.Pagerduty, "key");
        var row = Message("cpu").Row;
        row = row with
        {
            Claim = claim,
            HeldUntil = DateTimeOffset.UnixEpoch,
            Deliveries = [.. row.Deliveries, Delivery.To(new Receiver("pager", [pager]), pager)],
        };
        var reports = new FiringReports();
        reports.Add(row);

        (reports.Of(Chat) is FiringReport.Told).ShouldBe(isTold);
    }

    [Fact]
    public void What_began_and_ended_in_a_storm_is_told_and_a_storm_of_what_is_silenced_is_not()
    {
        var storm = MessageGroup.Of(Chat, StormCap.Default);
        WaitingMessage[] over = [Message("cpu") with { Active = null }, End("cpu", 2, new FiringReport.KeptBack(Waits))];

        Plan([.. over.Select(message => message with { Group = storm })]).ShouldBe(["cpu 1 Merged", "cpu 2 Pending"]);
        Plan(Message("cpu") with { Group = storm, Suppression = Silenced }).ShouldBe(["cpu 1 Held"]);
    }

    [Fact]
    public void What_no_route_groups_any_longer_is_told_by_itself_and_only_while_it_fires_and_is_not_silenced()
    {
        var over = Message("cpu") with { Group = null, Active = null };
        var silenced = Message("queue") with { Group = null, Suppression = Silenced };

        Plan(over, Message("disk") with { Group = null }, silenced).ShouldBe(["cpu 1 Suppressed", "disk 1 Pending", "queue 1 Held"]);
        Plan(Message("cpu") with { Group = null }, Message("cpu", 3) with { Group = null }).ShouldBe(["cpu 1 Merged", "cpu 3 Pending"]);
        Plan(End("cpu", 2, new FiringReport.Told()) with { Group = null }).ShouldBe(["cpu 2 Pending"]);
    }

    private static WaitingMessage Message(string alarm, int version = 1, Transition transition = Transition.Opened)
    {
        var entry = SampleEntries.Create(transition, SampleEntries.Subject with { Name = alarm }) with { Key = $"T#{version}" };
        var row = new NotificationRecord
        {
            Entry = entry with { Incident = entry.Incident with { Id = $"inc-{alarm}" } },
            Deliveries = [Delivery.To(new Receiver("team", [Chat]), Chat).Hold(Waits, DateTimeOffset.UnixEpoch)],
        };
        return new WaitingMessage(row, 0, Group, row.Entry.Incident, null);
    }

    private static WaitingMessage End(string alarm, int version, FiringReport beginning) =>
        Message(alarm, version, Transition.Resolved) with { Beginning = beginning };

    private static List<string> Plan(params WaitingMessage[] messages) =>
    [
        .. GroupRelease.Plan(messages).Select(each => Line(each.Message.Row.Entry, each.Delivery)).Order(StringComparer.Ordinal),
    ];

    private static string Line(TimelineEntry entry, Delivery delivery)
    {
        var others = delivery.Others is { } told ? $" +{told.Firing + told.Over}" : "";
        return $"{entry.Incident.Subject.Name} {entry.Key[^1]} {delivery.Status}{others}";
    }
}
