using System.Globalization;
using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class StagedDetectionTests : IDisposable
{
    private readonly ObservedIntake observed = new(FunctionName.TrailFunction, SignalSource.Trail);

    public void Dispose() => observed.Dispose();

    [Fact]
    public async Task An_event_that_only_staged_detections_match_counts_for_each_and_opens_nothing()
    {
        var report = await TakeAsync(Tap("tap-looked-at", "staged"), Tap("tap-tried", "staged"), Tap("tap-unseen", "off"));

        var result = report.Results.ShouldHaveSingleItem();
        result.Outcome.ShouldBe(Outcome.Ignored);
        result.Reason.ShouldBe("staged-detection");
        Counted().ShouldBe(["tap-looked-at", "tap-tried"]);
        observed.Written.ShouldContain(
            """
            "Dimensions":[["Detection"],[]],"Metrics":[{"Name":"StagedMatches","Unit":"Count"}]
            """);
    }

    [Fact]
    public async Task Staged_detections_count_beside_those_that_are_on()
    {
        var report = await TakeAsync(Tap("tap-opened", "on"), Tap("tap-looked-at", "staged"));

        report.Results.ShouldHaveSingleItem().Fingerprint.ShouldBe("detection/tap-opened/111122223333");
        Counted().ShouldBe(["tap-looked-at"]);
    }

    [Fact]
    public async Task An_event_without_a_detection_counts_as_none()
    {
        var report = await TakeAsync(Tap("tap-unseen", "off"));

        report.Results.ShouldHaveSingleItem().Reason.ShouldBe("no-detection");
        Counted().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tap-opened", "arn:aws:iam::*:role/plumber", "2099-01-01", true)]
    [InlineData("tap-opened", "arn:aws:sts::111122223333:assumed-role/plumber/*", "2099-01-01", true)]
    [InlineData("tap-opened", "arn:aws:iam::*:role/plumber", "2020-01-01", false)]
    [InlineData("tap-opened", "arn:aws:iam::*:role/plum", "2099-01-01", false)]
    [InlineData("tap-closed", "arn:aws:iam::*:role/plumber", "2099-01-01", false)]
    public async Task An_expected_callers_act_is_counted_and_opens_nothing_until_the_exception_ends(
        string detection, string principal, string until, bool isExpected)
    {
        var exception = new DetectionException(
            detection, principal, DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        var report = await TakeAsync(new DetectionMatcher([Tap("tap-opened", "on")]) { Exceptions = [exception] });

        report.Results.ShouldHaveSingleItem().Reason.ShouldBe(isExpected ? "expected-principal" : "opened");
        observed.Written.Contains("\"ExpectedMatches\":1", StringComparison.Ordinal).ShouldBe(isExpected);
        Counted().ShouldBeEmpty();
    }

    private static Detection Tap(string id, string stage) => DetectionParser.Parse(Encoding.UTF8.GetBytes(
        $$$"""
        {
          "id": "{{{id}}}", "title": "A tap", "severity": "high", "description": "Water runs.", "stage": "{{{stage}}}",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}}
        }
        """)).Detection.ShouldNotBeNull();

    private Task<IntakeReport> TakeAsync(params Detection[] detections) => TakeAsync(new DetectionMatcher([.. detections]));

    private async Task<IntakeReport> TakeAsync(DetectionMatcher detections)
    {
        var at = observed.World.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var intake = observed.With(SignalParsers.Trail(detections));
        return await intake.TakeAsync(
            Encoding.UTF8.GetBytes(
                $$$"""
                {"version":"0","id":"e-1","detail-type":"AWS API Call via CloudTrail","source":"aws.water",
                "account":"111122223333","time":"{{{at}}}","region":"eu-central-1","resources":[],"detail":{"eventID":"r-1","eventTime":"{{{at}}}",
                "userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/plumber/shift",
                "sessionContext":
                {"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/plumber"} } },
                "eventSource":"water.amazonaws.com","eventName":"OpenTap","awsRegion":"eu-central-1"}}
                """),
            null,
            TestContextToken);
    }

    private IEnumerable<string> Counted() => observed.Written.Split('\n')
        .Where(line => line.Contains("\"StagedMatches\":1", StringComparison.Ordinal))
        .Select(line => line.Split("\"Detection\":\"")[1].Split('"')[0]);
}
