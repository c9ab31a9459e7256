using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

/// <summary>Events of a detection that counts three turned taps within ten minutes.</summary>
public sealed class ThresholdIntakeTests : IDisposable
{
    private static readonly Fingerprint Taps = new("detection/taps-turned/111122223333/alice");

    private readonly ObservedIntake observed = new(FunctionName.TrailFunction, SignalSource.Trail);

    public void Dispose() => observed.Dispose();

    [Fact]
    public async Task An_event_below_the_threshold_is_suppressed_and_its_record_says_how_many_of_how_many()
    {
        await TakeAsync(1);
        var result = await TakeAsync(2);

        (result.Outcome, result.Reason, result.Incident).ShouldBe((Outcome.Suppressed, "below-threshold", null));
        (await SlotAsync()).ShouldBeNull();
        var record = (await EndsAsync("r-2")).ShouldHaveSingleItem();
        (record.Outcome, record.Reason, record.Times).ShouldBe((Outcome.Suppressed, "below-threshold", 1));
        record.Signal.ShouldNotBeNull().Reason.ShouldStartWith(
            "2 of 3 events within 10 minutes, since 2026-11-02 11:01:00Z; this one: alice called water:TurnTap");
    }

    [Fact]
    public async Task The_event_that_reaches_it_opens_the_incident_and_those_after_it_are_merged()
    {
        var results = new List<IntakeResult>();
        foreach (var minute in new[] { 1, 2, 3, 4, 5 })
            results.Add(await TakeAsync(minute));

        results.Select(result => result.Reason)
            .ShouldBe(["below-threshold", "below-threshold", "opened", "repeated", "repeated"]);
        results.Select(result => result.Outcome).ShouldBe(
            [Outcome.Suppressed, Outcome.Suppressed, Outcome.Recorded, Outcome.Merged, Outcome.Merged]);
        var slot = (await SlotAsync()).ShouldNotBeNull();
        slot.Incident.ShouldNotBeNull().Signals.ShouldBe(3);
        observed.World.Changes.OfType<SlotChanged>().First().After.Last.Description
            .ShouldStartWith("3 events within 10 minutes, since 2026-11-02 11:01:00Z; this one: alice called water:TurnTap");
    }

    [Fact]
    public async Task Other_taps_and_other_callers_of_one_count_are_no_news()
    {
        foreach (var minute in new[] { 1, 2, 3 })
            await TakeAsync(minute);

        (await TakeAsync(4, actor: "mallory", call: "TurnTapFar")).Reason.ShouldBe("repeated");
    }

    [Fact]
    public async Task A_process_that_dies_between_the_count_and_the_slot_opens_the_incident_on_its_retry()
    {
        await TakeAsync(1);
        await TakeAsync(2);
        var dying = observed.With(SignalParsers.Trail(new DetectionMatcher([Detection()])), new DyingSlots(observed.World.Slots));
        await Should.ThrowAsync<TimeoutException>(() => dying.TakeAsync(Event(3), null, TestContextToken));
        (await SlotAsync()).ShouldBeNull();

        (await TakeAsync(3)).Reason.ShouldBe("opened");
        (await TakeAsync(3)).Reason.ShouldBe("duplicate");
        (await SlotAsync())!.Incident!.Signals.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_event_opens_the_incident_if_the_one_that_reached_the_threshold_never_comes_back()
    {
        await TakeAsync(1);
        await TakeAsync(2);
        var dying = observed.With(SignalParsers.Trail(new DetectionMatcher([Detection()])), new DyingSlots(observed.World.Slots));
        await Should.ThrowAsync<TimeoutException>(() => dying.TakeAsync(Event(3), null, TestContextToken));

        (await TakeAsync(4)).Reason.ShouldBe("opened");
    }

    [Fact]
    public async Task An_event_that_was_below_the_threshold_stays_so_when_it_comes_again()
    {
        foreach (var minute in new[] { 1, 2, 3 })
            await TakeAsync(minute);

        (await TakeAsync(1)).Reason.ShouldBe("below-threshold");

        var record = (await EndsAsync("r-1")).ShouldHaveSingleItem();
        record.Times.ShouldBe(2);
        record.Signal!.Reason.ShouldStartWith("1 of 3 events");
        (await SlotAsync())!.Incident!.Signals.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_event_counts_by_its_own_time()
    {
        await TakeAsync(1);
        await TakeAsync(3);
        await TakeAsync(50);

        (await TakeAsync(2)).Reason.ShouldBe("opened");
        (await TakeAsync(51)).Reason.ShouldBe("below-threshold");
        (await SlotAsync())!.Incident!.OpenedAt.ShouldBe(At(2));
    }

    [Fact]
    public async Task Refused_calls_are_counted_apart()
    {
        await TakeAsync(1);
        await TakeAsync(2);
        (await TakeAsync(3, error: "AccessDenied")).Reason.ShouldBe("below-threshold");
        (await TakeAsync(4, error: "AccessDenied")).Reason.ShouldBe("below-threshold");

        var refused = await TakeAsync(5, error: "AccessDenied");
        (refused.Reason, refused.Severity).ShouldBe(("opened", Severity.Low));
        var succeeded = await TakeAsync(6);
        (succeeded.Reason, succeeded.Severity).ShouldBe(("escalated", Severity.High));
    }

    [Fact]
    public async Task A_staged_detection_counts_as_matched_when_the_threshold_is_reached()
    {
        foreach (var minute in new[] { 1, 2 })
            (await TakeAsync(minute, stage: DetectionStage.Staged)).Reason.ShouldBe("staged-detection");
        observed.Written.ShouldNotContain("\"StagedMatches\":1");

        (await TakeAsync(3, stage: DetectionStage.Staged)).Reason.ShouldBe("staged-detection");

        observed.Written.ShouldContain("\"StagedMatches\":1");
        (await SlotAsync()).ShouldBeNull();
    }

    private static DateTimeOffset At(int minute) => Noon.AddHours(-1).AddMinutes(minute);

    private static Detection Detection(DetectionStage stage = DetectionStage.On) => DetectionParser.Parse(
        """
        {
          "id": "taps-turned", "title": "Many taps turned", "severity": "high", "attempts": "low", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["TurnTap", "TurnTapFar"]}},
          "fingerprint": ["detail.requestParameters.owner"], "threshold": {"count": 3, "minutes": 10}
        }
        """u8).Detection.ShouldNotBeNull() with
    {
        Stage = stage,
    };

    private static ReadOnlyMemory<byte> Event(int minute, string actor = "alice", string call = "TurnTap", string error = "")
    {
        var at = At(minute).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var refused = error.Length > 0 ? $"\"errorCode\":\"{error}\"," : "";
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"version":"0","id":"e-{{{minute}}}","detail-type":"AWS API Call via CloudTrail","source":"aws.water",
            "account":"111122223333","time":"{{{at}}}","region":"eu-central-1","resources":[],"detail":{"eventID":"r-{{{minute}}}",
            "eventTime":"{{{at}}}","eventSource":"water.amazonaws.com","eventName":"{{{call}}}","awsRegion":"eu-central-1",{{{refused}}}
            "userIdentity":{"userName":"{{{actor}}}"},"requestParameters":{"owner":"alice"} } }
            """);
    }

    private async Task<IntakeResult> TakeAsync(
        int minute, string actor = "alice", string call = "TurnTap", string error = "",
        DetectionStage stage = DetectionStage.On)
    {
        var intake = observed.With(SignalParsers.Trail(new DetectionMatcher([Detection(stage)])));
        return (await intake.TakeAsync(Event(minute, actor, call, error), null, TestContextToken)).Results.ShouldHaveSingleItem();
    }

    private Task<Slot?> SlotAsync() => observed.World.Slots.ReadAsync(Taps, TestContextToken);

    private async Task<ImmutableArray<EventRecord>> EndsAsync(string eventId) =>
        (await new IncidentQueries(observed.World.Table, observed.World.Time).TraceAsync(eventId, TestContextToken)).Records;
}
