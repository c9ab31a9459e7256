using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Pagerduty;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Pagerduty;

public sealed class PagerdutyChannelTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string RuleSetKey = "R123456789ABCDEF0123456789ABCDEF";

    [Fact]
    public void An_opening_is_an_alert_with_the_fields_that_PagerDuty_shows()
    {
        var call = Create(ChannelSamples.Opened);
        var json = call.Json();

        call.Url.ShouldBe("https://events.pagerduty.com/v2/enqueue");
        json.GetProperty("routing_key").GetString().ShouldBe(Key);
        json.GetProperty("event_action").GetString().ShouldBe("trigger");
        json.GetProperty("dedup_key").GetString().ShouldBe(ChannelSamples.Incident);
        json.GetProperty("client").GetString().ShouldBe("Watchkeeper");
        json.GetProperty("client_url").GetString().ShouldStartWith("https://");
        var payload = json.GetProperty("payload");
        payload.GetProperty("summary").GetString().ShouldStartWith("[HIGH] Opened: ");
        payload.GetProperty("source").GetString().ShouldBe("order-web");
        payload.GetProperty("severity").GetString().ShouldBe("error");
        payload.GetProperty("timestamp").GetString().ShouldBe("2026-11-24T07:23:07.000Z");
        payload.GetProperty("component").GetString().ShouldBe("order-cpu");
        payload.GetProperty("group").GetString().ShouldBe("order");
        payload.GetProperty("class").GetString().ShouldBe("cpu");
        json.GetProperty("links").EnumerateArray()
            .ShouldContain(link => link.GetProperty("href").ValueEquals("https://wiki.example.com/order/cpu"));
    }

    [Fact]
    public void It_speaks_the_readers_language_and_keeps_the_stable_names()
    {
        var payload = Create(ChannelSamples.Opened, locale: Locale.Chinese).Json().GetProperty("payload");

        payload.GetProperty("summary").GetString().ShouldStartWith("【高】发生：");
        payload.GetProperty("custom_details").GetProperty("账户").GetString().ShouldBe("123456789012");
        payload.GetProperty("custom_details").GetProperty("severity").GetString().ShouldBe("high");
    }

    [Theory]
    [InlineData(Transition.Opened, "trigger")]
    [InlineData(Transition.Reopened, "trigger")]
    [InlineData(Transition.Escalated, "trigger")]
    [InlineData(Transition.AnotherAct, "trigger")]
    [InlineData(Transition.MuteEnded, "trigger")]
    [InlineData(Transition.Reminded, "trigger")]
    [InlineData(Transition.Acknowledged, "acknowledge")]
    [InlineData(Transition.Resolved, "resolve")]
    public void Each_transition_has_its_action_and_the_incidents_own_key(Transition transition, string action)
    {
        var json = Create(SampleEntries.Create(transition, minutes: 9)).Json();

        json.GetProperty("event_action").GetString().ShouldBe(action);
        json.GetProperty("dedup_key").GetString().ShouldBe(ChannelSamples.Incident);
        // Rules also choose where an end goes.
        json.GetProperty("payload").GetProperty("custom_details").GetProperty("service").GetString().ShouldBe("order");
    }

    [Fact]
    public void A_note_and_a_reaction_are_changes_which_call_nobody()
    {
        foreach (var entry in (TimelineEntry[])
            [SampleEntries.Create(Transition.Commented), SampleEntries.Create(ReactionStatus.WouldDo)])
        {
            var call = Create(entry);

            call.Url.ShouldBe("https://events.pagerduty.com/v2/change/enqueue");
            Names(call.Json()).ShouldBe(["routing_key", "payload", "links"]);
            Names(call.Json().GetProperty("payload")).ShouldBe(["summary", "source", "timestamp", "custom_details"]);
        }
    }

    [Fact]
    public void A_rule_set_takes_no_change_and_gets_a_note_as_an_alert()
    {
        var call = Create(SampleEntries.Create(Transition.Commented), RuleSetKey);

        call.Url.ShouldEndWith("/v2/enqueue");
        call.Json().GetProperty("event_action").GetString().ShouldBe("trigger");
    }

    [Theory]
    [InlineData(Transition.Opened, "https://events.eu.pagerduty.com/v2/enqueue", "https://events.eu.pagerduty.com/v2/enqueue")]
    [InlineData(
        Transition.Commented, "https://events.eu.pagerduty.com/v2/enqueue", "https://events.eu.pagerduty.com/v2/change/enqueue")]
    [InlineData(Transition.Commented, "https://relay.example/pagerduty", "https://relay.example/pagerduty")]
    public void The_address_can_be_another_one(Transition transition, string url, string expected) =>
        Create(SampleEntries.Create(transition), settings: ("url", url)).Url.ShouldBe(expected);

    [Theory]
    [InlineData(Severity.Critical, "critical")]
    [InlineData(Severity.High, "error")]
    [InlineData(Severity.Medium, "warning")]
    [InlineData(Severity.Low, "info")]
    [InlineData(Severity.Info, "info")]
    public void Each_severity_has_one_of_PagerDutys(Severity severity, string expected) =>
        Create(SampleEntries.Create(Transition.Opened, severity: severity)).Json()
            .GetProperty("payload").GetProperty("severity").GetString().ShouldBe(expected);

    [Fact]
    public void The_source_is_never_missing()
    {
        var nameless = SampleEntries.Subject with { Resource = "\u200b", Name = "", Title = "", Service = "" };

        Create(SampleEntries.Create(Transition.Opened, nameless)).Json()
            .GetProperty("payload").GetProperty("source").GetString().ShouldBe(ChannelSamples.Incident);
    }

    internal static HttpCall Create(
        TimelineEntry entry, string key = Key, Locale locale = Locale.English, params (string, string)[] settings) =>
        new PagerdutyChannel().Create(
            ChannelSamples.Delivery(ChannelKind.Pagerduty, ChannelSamples.Message(entry, locale), key, settings));

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);
}
