using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

public sealed class DetectRunTests : DetectTests
{
    private const string Insight =
        """
        {"eventVersion":"1.07","eventID":"r-3","eventTime":"2026-03-04T05:06:09Z","awsRegion":"eu-central-1",
        "eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","insightDetails":{"state":"Start",
        "eventSource":"ec2.amazonaws.com","eventName":"RunInstances","insightType":"ApiCallRateInsight"}}
        """;

    private const string Envelope =
        $$"""
        {"version":"0","id":"e-1","detail-type":"AWS API Call via CloudTrail","source":"aws.cloudtrail","account":"111122223333",
        "time":"2026-03-04T05:06:07Z","region":"eu-central-1","resources":[],"detail":{{Stop}} }
        """;

    [Fact]
    public async Task Every_form_of_file_is_read_and_every_match_is_reported_on_a_line()
    {
        await WriteAsync("1-envelope.json", Envelope);
        await WriteAsync("2-record.json", Stop);
        await WriteAsync("3-log.json", $$"""{"Records":[{{Look}},{{Stop}}]}""");
        await WritePackedAsync("4-log.json.gz", $$"""{"Records":[{{Stop}}]}""");
        await WriteAsync("5-array.json", $"[{Look},{Stop}]");
        await WriteAsync("6-lines.jsonl", $"{OneLine(Look)}\n{OneLine(Stop)}\n");
        await WriteAsync("7-lookup.json", $$"""{"Events":[{"EventId":"r-1","CloudTrailEvent":{{JsonSerializer.Serialize(Stop)}}}]}""");
        await WriteAsync("8-nulls.json", Stop.Replace("{\"name\":\"main\"}", "\"{\\\"name\\\":\\\"main\\\"}\"", StringComparison.Ordinal)
            .Replace("\"eventVersion\"", "\"errorCode\":null,\"eventVersion\"", StringComparison.Ordinal));
        await WriteAsync("notes.txt", "not for us");

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: true));

        var lines = Lines();
        lines.Select(line => Path.GetFileName(line.GetProperty("file").GetString())).ShouldBe(
        [
            "1-envelope.json", "2-record.json", "3-log.json", "4-log.json.gz", "5-array.json", "6-lines.jsonl", "7-lookup.json",
            "8-nulls.json",
        ]);
        lines.ShouldAllBe(line => line.GetProperty("event").GetString() == "r-1"
            && line.GetProperty("detection").GetString() == "trail-stopped"
            && line.GetProperty("stage").GetString() == "on"
            && line.GetProperty("severity").GetString() == "critical"
            && line.GetProperty("fingerprint").GetString() == "detection/trail-stopped/111122223333/eu-central-1/main"
            && line.GetProperty("actor").GetString() == "arn:aws:iam::111122223333:user/alice"
            && line.GetProperty("actor_class").GetString() == "key");
    }

    [Fact]
    public async Task A_match_in_text_form_is_one_line_whatever_its_names_hold()
    {
        await WriteAsync("a.json", Stop.Replace("\"main\"", "\"main\\nFORGED\\u202E\"", StringComparison.Ordinal));

        await RunAsync(asJson: false);

        var line = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        line.ShouldStartWith("2026-03-04T05:06:07Z critical trail-stopped CloudTrail stopped or deleted: ");
        line.ShouldContain("called cloudtrail:StopLogging on main FORGED from 203.0.113.7");
    }

    [Fact]
    public async Task The_summary_counts_by_detection_actor_and_day()
    {
        await WriteAsync("a.json", $"{Stop}{Look}{Stop.Replace("03-04", "03-03", StringComparison.Ordinal)}{Insight}");
        await WriteAsync("b.json", """{"awsAccountId":"1","digestS3Bucket":"b","logFiles":[]}""");

        await RunAsync(asJson: false);

        var lines = Errors.Split(Environment.NewLine);
        lines[0].ShouldStartWith("2 files, 4 events, 0 MB, ");
        lines[0].ShouldEndWith(", 1 digests passed over: 3 findings, 0 rejected");
        lines.Skip(1).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(
        [
            "by detection", "2 critical trail-stopped", "1 medium ApiCallRateInsight",
            "by actor", "2 arn:aws:iam::111122223333:user/alice", "1 (unknown)",
            "by day", "1 2026-03-03", "2 2026-03-04", "",
        ]);
    }

    [Fact]
    public async Task Findings_of_a_file_are_in_the_order_of_time_and_files_in_the_order_of_their_names()
    {
        foreach (var file in Enumerable.Range(10, 50))
        {
            var records = Enumerable.Range(0, 300).Select(index => Stop
                .Replace("r-1", $"r-{file}-{index}", StringComparison.Ordinal)
                .Replace("05:06:07", $"05:{59 - (index / 60):00}:{59 - (index % 60):00}", StringComparison.Ordinal));
            await WritePackedAsync($"{file}.json.gz", $$"""{"Records":[{{string.Join(',', records)}}]}""");
        }

        await RunAsync();

        var found = Lines().Select(line => (line.GetProperty("file").GetString()!, line.GetProperty("time").GetString()!)).ToList();
        found.Count.ShouldBe(15_000);
        found.ShouldBe(found.Order());
    }

    [Fact]
    public async Task An_undoing_event_is_no_match()
    {
        await WriteAsync("a.json", Stop.Replace("StopLogging", "StartLogging", StringComparison.Ordinal));

        (await RunAsync()).ShouldBe(new DetectResult(null, IsWhole: true));

        Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scan_that_is_stopped_reports_what_it_has_found()
    {
        await WriteAsync("a.json", Stop);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        (await RunAsync(stop.Token)).IsWhole.ShouldBeFalse();

        Errors.ShouldContain(", stopped before the end");
    }
}
