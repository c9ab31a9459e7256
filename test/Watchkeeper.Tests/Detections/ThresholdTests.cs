using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Counting;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

/// <summary>What a detection with a threshold makes of an event.</summary>
public sealed class ThresholdTests
{
    [Fact]
    public void A_threshold_counts_by_the_fingerprint_unless_it_says_otherwise()
    {
        var detection = Parse("""{"count": 10, "minutes": 5}""").Detection.ShouldNotBeNull();

        var threshold = detection.Threshold.ShouldNotBeNull();
        threshold.Limit.ShouldBe(new Threshold(10, 5));
        threshold.By.ShouldBe(detection.Fingerprint);
        threshold.Distinct.ShouldBeNull();
    }

    [Fact]
    public void A_threshold_may_count_different_values_by_more_than_the_fingerprint()
    {
        var threshold = Parse(
            """
            {"count": 2, "minutes": 1440, "by": ["detail.requestParameters.tap", "detail.userIdentity.arn"],
             "distinct": ["detail.requestParameters.pressure", "detail.errorMessage"]}
            """).Detection.ShouldNotBeNull().Threshold.ShouldNotBeNull();

        threshold.By.Select(path => path.ToString()).ShouldBe(["detail.requestParameters.tap", "detail.userIdentity.arn"]);
        threshold.Distinct.ShouldNotBeNull().ToString().ShouldBe("detail.requestParameters.pressure|detail.errorMessage");
    }

    [Theory]
    [InlineData("7", "$.threshold", "expected an object with «count» and «minutes»")]
    [InlineData("""{"minutes": 1}""", "$.threshold.count", "expected a whole number from 2 to 100")]
    [InlineData("""{"count": 1, "minutes": 1}""", "$.threshold.count", "expected a whole number from 2 to 100")]
    [InlineData("""{"count": 101, "minutes": 1}""", "$.threshold.count", "expected a whole number from 2 to 100")]
    [InlineData("""{"count": 2.5, "minutes": 1}""", "$.threshold.count", "expected a whole number from 2 to 100")]
    [InlineData("""{"count": "5", "minutes": 1}""", "$.threshold.count", "expected a whole number from 2 to 100")]
    [InlineData("""{"count": 5, "minutes": 0}""", "$.threshold.minutes", "expected a whole number from 1 to 1440")]
    [InlineData("""{"count": 5, "minutes": 1441}""", "$.threshold.minutes", "expected a whole number from 1 to 1440")]
    [InlineData("""{"count": 5, "minutes": 1, "within": 3}""", "$.threshold.within", "is not known: expected count, minutes, by, distinct")]
    [InlineData("""{"count": 5, "minutes": 1, "distinct": ""}""", "$.threshold.distinct", "expected a path such as detail.requestParameters.bucketName, or an array of such")]
    [InlineData("""{"count": 5, "minutes": 1, "by": ["detail.awsRegion"]}""", "$.threshold.by", "expected all paths of the fingerprint, and detail.requestParameters.tap is missing")]
    public void A_wrong_threshold_is_refused_with_its_place_and_what_is_expected(string threshold, string path, string reason)
    {
        var error = Parse(threshold).Errors.ShouldHaveSingleItem();

        (error.Path, error.Reason).ShouldBe((path, reason));
    }

    [Fact]
    public void Deliveries_of_one_event_have_one_mark_and_events_of_one_tap_one_key()
    {
        var (one, again) = (Count(Tap("kitchen")), Count(Tap("kitchen")));
        var (other, bath) = (Count(Tap("kitchen"), "e-2"), Count(Tap("bath"), "e-3"));

        again.ShouldBe(one with { Values = again.Values });
        again.Values.ShouldBe(one.Values);
        other.Key.ShouldBe(one.Key);
        other.Event.ShouldNotBe(one.Event);
        bath.Key.ShouldNotBe(one.Key);
        one.Values.ShouldBe([one.Event]);
    }

    [Fact]
    public void Refused_calls_and_other_accounts_have_keys_of_their_own()
    {
        var one = Count(Tap("kitchen"));

        Count(Tap("kitchen", """, "errorCode": "AccessDenied" """)).Key.ShouldNotBe(one.Key);
        Finding(Taps.SampleCall with { Account = "444455556666", Envelope = Tap("kitchen") }, Counting)
            .Counted.ShouldNotBeNull().Key.ShouldNotBe(one.Key);
    }

    [Fact]
    public void Different_values_are_names_each_counted_once_and_a_missing_one_counts_as_one()
    {
        const string threshold = """{"count": 3, "minutes": 5, "distinct": "detail.requestParameters.valves"}""";

        Values("""["a", "arn:aws:water:eu-central-1:111122223333:valve/a", "b"]""").Length.ShouldBe(2);
        Values("""["a", "b", "c", "d", "e"]""").Length.ShouldBe(3, "more than count make no difference");
        Values("null").ShouldBe(Values("[]"));
        Values("null").ShouldHaveSingleItem().ShouldNotBe(Values("\"a\"")[0]);

        ImmutableArray<string> Values(string valves) => Finding(
            Taps.SampleCall with { Envelope = Tap("kitchen", valves: valves) },
            Parse(threshold).Detection.ShouldNotBeNull()).Counted.ShouldNotBeNull().Values;
    }

    [Fact]
    public void All_that_is_counted_together_is_one_act_whoever_did_it_with_whichever_call()
    {
        var one = Finding(Taps.SampleCall with { Envelope = Tap("kitchen") }, Counting).Signal.Act;
        var other = Finding(
            Taps.SampleCall with { Envelope = Tap("kitchen"), EventId = "e-2", Actor = "mallory", Api = "water:TurnTap" },
            Counting).Signal.Act;

        other.ShouldBe(one.ShouldNotBeNull());
    }

    [Theory]
    [InlineData(CountStanding.Below, 2, "2 of 10 events within 5 minutes, since 2026-03-04 05:06:07Z; this one: alice turned")]
    [InlineData(CountStanding.Crossed, 10, "10 events within 5 minutes, since 2026-03-04 05:06:07Z; this one: alice turned")]
    [InlineData(CountStanding.Repeated, 20, "20 or more events within 5 minutes, since 2026-03-04 05:06:07Z; this one: alice turned")]
    public void The_reason_says_how_many_within_which_time_and_since_when(CountStanding standing, int count, string expected)
    {
        var finding = Finding(Taps.SampleCall with { Envelope = Tap("kitchen") }, Counting);
        var decision = new CountDecision(new CountAnswer(standing, count), Taps.SampleCall.OccurredAt, null);

        DetectionCount.Describe(finding.Signal with { Reason = "alice turned" }, finding.Counted!, decision)
            .Reason.ShouldBe(expected);
    }

    [Theory]
    [InlineData(CountStanding.Below, 2, "")]
    [InlineData(CountStanding.Crossed, 10, "count=10,countMinutes=5,countOf=eventName")]
    [InlineData(CountStanding.Repeated, 20, "count=20+,countMinutes=5,countOf=eventName")]
    public void What_reached_the_threshold_is_in_labels_for_messages(CountStanding standing, int count, string expected)
    {
        var finding = Finding(Taps.SampleCall with { Envelope = Tap("kitchen") }, Counting);
        var decision = new CountDecision(new CountAnswer(standing, count), Taps.SampleCall.OccurredAt, null);

        var labels = DetectionCount.Describe(finding.Signal, finding.Counted! with { Field = "eventName" }, decision).Subject.Labels;

        LabelSet.From(labels.Where(label => label.Key.StartsWith("count", StringComparison.Ordinal))).ToString().ShouldBe(expected);
        labels[SubjectLabels.Actor].ShouldBe(Taps.SampleCall.Actor);
    }

    [Fact]
    public void The_reason_names_the_field_whose_values_differ_and_stays_within_its_limit()
    {
        var counted = Count(Tap("kitchen")) with { Field = "eventName", Threshold = new Threshold(3, 1) };
        var decision = new CountDecision(new CountAnswer(CountStanding.Crossed, 3), Taps.SampleCall.OccurredAt, null);
        var signal = Finding(Taps.SampleCall with { Envelope = Tap("kitchen") }, Counting).Signal;

        var reason = DetectionCount.Describe(signal with { Reason = new string('x', 2000) }, counted, decision).Reason;

        reason.ShouldStartWith("3 different values of eventName within 1 minute, since 2026-03-04 05:06:07Z; this one: xxx");
        reason.Length.ShouldBeLessThanOrEqualTo(SubjectLimits.Description);
    }

    private static Detection Counting => Parse("""{"count": 10, "minutes": 5}""").Detection.ShouldNotBeNull();

    private static DetectionParseResult Parse(string threshold) => DetectionParser.Parse(Encoding.UTF8.GetBytes(
        $$$"""
        {
          "id": "taps-opened", "title": "Many taps were opened", "severity": "high", "attempts": "low",
          "description": "Water runs.", "runbook": "https://example.com/taps",
          "pattern": {"detail": {"eventName": ["OpenTap"]}}, "fingerprint": ["detail.requestParameters.tap"],
          "threshold": {{{threshold}}}
        }
        """));

    private static JsonElement Tap(string tap, string more = "", string valves = "null") => JsonElement.Parse(
        $$$"""
        {"detail": {"eventName": "OpenTap", "requestParameters": {"tap": "{{{tap}}}", "valves": {{{valves}}} }{{{more}}} } }
        """);

    private static CountedEvent Count(JsonElement json, string eventId = "e-1") =>
        Finding(Taps.SampleCall with { Envelope = json, EventId = eventId }, Counting).Counted.ShouldNotBeNull();

    private static DetectionFinding Finding(TrailEvent trail, Detection detection) =>
        new DetectionMatcher([detection]).Evaluate(trail).Found.ShouldHaveSingleItem();
}
