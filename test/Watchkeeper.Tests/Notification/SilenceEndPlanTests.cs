using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public sealed class SilenceEndPlanTests
{
    private static readonly DateTimeOffset Noon = SampleEntries.Began.AddHours(5);
    private static readonly Channel Pager = new(ChannelKind.Pagerduty, "ssm:/pager");
    private static readonly Channel Chat = new(ChannelKind.Slack, "https://hooks.slack.example/1");

    private static readonly Silence Silence = new()
    {
        Id = "sil-69a527cb00112233",
        Matchers = [new Matcher("service", MatchOperator.Equal, "orders")],
        StartsAt = Noon.AddHours(-2),
        EndsAt = Noon.AddMinutes(10),
        By = "anna <b>",
        Reason = "the database moves\u202e.",
        ChangedAt = Noon.AddHours(-2),
    };

    [Fact] // A pager calls people, and nothing needs them before the silence ends.
    public void A_pager_is_not_called_before_the_end()
    {
        var row = Plan(Worst()).Rows.ShouldHaveSingleItem();

        row.Deliveries.ShouldHaveSingleItem().Channel.ShouldBe(Chat);
        row.Entry.Transition.ShouldBe(Transition.SilenceEnding);
        row.Entry.Incident.Id.ShouldBe(Worst().Id);
    }

    [Fact]
    public void The_message_is_about_the_worst_and_the_same_whoever_asks()
    {
        var others = Enumerable.Range(0, 30).Select(number => Worst() with
        {
            Id = $"inc-69a527cb{number:x12}",
            Severity = Severity.Medium,
        }).ToList();

        var row = Plan([.. others, Worst()]).Rows.ShouldHaveSingleItem();
        var again = Plan([Worst(), .. others.AsEnumerable().Reverse()]).Rows.ShouldHaveSingleItem();

        row.Entry.Incident.Id.ShouldBe(Worst().Id);
        var told = row.Deliveries.ShouldHaveSingleItem().Others.ShouldNotBeNull();
        (told.Firing, told.Named.Length, told.Unnamed).ShouldBe((30, 20, 10));
        (again.Entry.Key, again.Entry.Incident.Id).ShouldBe((row.Entry.Key, row.Entry.Incident.Id));
    }

    [Fact]
    public void A_muted_source_waits_for_its_own_mute()
    {
        var muted = Worst() with { Mute = new Mute(MuteKind.MuteRule, "deployments", Noon.AddHours(1)) };

        var notice = Plan(muted);

        notice.Rows.ShouldBeEmpty();
        notice.Announced.ShouldBeEmpty("somebody may have to hear of it yet");
    }

    [Fact]
    public void Text_of_people_stays_text()
    {
        var entry = Plan(Worst()).Rows.ShouldHaveSingleItem().Entry;

        var message = MessageRenderer.Render(entry, MessageOptions.In(Locale.English));

        message.Text.ShouldNotContain("\u202e");
        message.Text.ShouldContain("of anna <b> (the database moves");
        message.Html.ShouldNotContain("anna <b>");
    }

    private static SilenceEndNotice Plan(params Incident[] active)
    {
        var configuration = WatchkeeperConfiguration.Default() with
        {
            Route = new Route { Receiver = "team" },
            Receivers = ImmutableDictionary.CreateRange(
                StringComparer.Ordinal, [KeyValuePair.Create("team", new Receiver("team", [Pager, Chat]))]),
        };
        var view = new SuppressionView(
            QuietRules.None, Topology.None, new SilenceSet([Silence]), active.Select(Firing.From), Noon);
        return SilenceEndPlan.Create([.. view.Ending(TimeSpan.FromMinutes(15))], active, configuration, view);
    }

    private static Incident Worst() => SampleEntries.Create(Transition.Opened).Incident with
    {
        Subject = SampleEntries.Subject with { Service = "orders" },
    };
}
