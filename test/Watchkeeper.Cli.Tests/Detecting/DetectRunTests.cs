using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

public sealed class DetectRunTests : IDisposable
{
    private const string Stop =
        """
        {"eventVersion":"1.08","eventID":"r-1","eventTime":"2026-03-04T05:06:07Z","eventSource":"cloudtrail.amazonaws.com",
        "eventName":"StopLogging","awsRegion":"eu-central-1","sourceIPAddress":"203.0.113.7","eventType":"AwsApiCall",
        "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/alice","accountId":"111122223333","userName":"alice"},
        "requestParameters":{"name":"main"},"recipientAccountId":"111122223333"}
        """;

    private const string Look =
        """
        {"eventVersion":"1.08","eventID":"r-2","eventTime":"2026-03-04T05:06:08Z","eventSource":"ec2.amazonaws.com",
        "eventName":"DescribeInstances","awsRegion":"eu-central-1","eventType":"AwsApiCall","userIdentity":{"type":"IAMUser"}}
        """;

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

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-detect-");
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose() => folder.Delete(recursive: true);

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

        var line = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        line.ShouldStartWith("2026-03-04T05:06:07Z critical trail-stopped CloudTrail stopped or deleted: ");
        line.ShouldContain("called cloudtrail:StopLogging on main FORGED from 203.0.113.7");
    }

    [Fact]
    public async Task The_summary_counts_by_detection_actor_and_day()
    {
        await WriteAsync("a.json", $"{Stop}{Look}{Stop.Replace("03-04", "03-03", StringComparison.Ordinal)}{Insight}");
        await WriteAsync("b.json", """{"awsAccountId":"1","digestS3Bucket":"b","logFiles":[]}""");

        await RunAsync(asJson: false);

        var lines = error.ToString().Split(Environment.NewLine);
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

        output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"Records\":[{}]}")]
    [InlineData("7")]
    [InlineData("{\"Records\":[{\"eventTime\":NaN}]}")]
    [InlineData("{\"eventID\":\"a\",\"eventID\":\"b\"}")]
    public async Task An_invalid_record_is_reported_and_the_rest_goes_on(string text)
    {
        await WriteAsync("a.json", text);
        await WriteAsync("b.json", Stop);

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: false));

        var lines = Lines();
        lines[0].GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        lines[0].GetProperty("offset").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        lines[1].GetProperty("detection").GetString().ShouldBe("trail-stopped");
    }

    [Theory]
    [InlineData("\"2026-03-04T05:06:08Z\"", "\"1970-01-01T00:00:00Z\"", "eventTime")]
    [InlineData("\"2026-03-04T05:06:08Z\"", "\"2036-03-04T05:06:08Z\"", "eventTime")]
    [InlineData("\"2026-03-04T05:06:08Z\"", "\"soon\"", "eventTime")]
    [InlineData("\"eventTime\":\"2026-03-04T05:06:08Z\",", "", "eventTime")]
    [InlineData("\"eventName\":\"DescribeInstances\",", "", "eventName")]
    [InlineData("\"eventSource\":\"ec2.amazonaws.com\",", "", "eventSource")]
    [InlineData("\"DescribeInstances\"", "NaN", "eventName")]
    public async Task Also_a_record_that_no_detection_is_about_must_be_one(string from, string to, string place)
    {
        await WriteAsync("a.json", $$"""{"Records":[{{Look}},{{Look.Replace(from, to, StringComparison.Ordinal)}}]}""");

        (await RunAsync()).IsWhole.ShouldBeFalse();

        Lines().ShouldHaveSingleItem().GetProperty("path").GetString().ShouldBe($"$.Records[1].{place}");
    }

    [Fact]
    public async Task A_file_that_is_missing_cut_off_or_no_file_is_reported_after_what_it_held()
    {
        await WritePackedAsync("a.json.gz", $$"""{"Records":[{{Stop}},{{string.Join(',', Enumerable.Repeat(Look, 2_000))}}]}""");
        var whole = await File.ReadAllBytesAsync(PathOf("a.json.gz"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(PathOf("a.json.gz"), whole[..^40], TestContext.Current.CancellationToken);

        (await RunAsync(true, PathOf("a.json.gz"), PathOf("none.json"))).IsWhole.ShouldBeFalse();

        var lines = Lines();
        lines.Count(line => line.TryGetProperty("reason", out _)).ShouldBe(2);
        lines.Count(line => line.TryGetProperty("detection", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_another_kind_does_not_fill_the_screen()
    {
        await WriteAsync("a.json", string.Join('\n', Enumerable.Repeat("no record", 5_000)));

        await RunAsync();

        Lines().Count.ShouldBe(1_001);
        Lines()[^1].GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("the rest is passed over");
    }

    [Fact]
    public async Task A_scan_that_is_stopped_reports_what_it_has_found()
    {
        await WriteAsync("a.json", Stop);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        (await RunAsync(stop.Token)).IsWhole.ShouldBeFalse();

        error.ToString().ShouldContain(", stopped before the end");
    }

    private Task<DetectResult> RunAsync(bool asJson = true, params string[] paths) => RunAsync(default, asJson, paths);

    private Task<DetectResult> RunAsync(CancellationToken stop, bool asJson = true, params string[] paths)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        IFindingWriter writer = asJson ? new JsonFindingWriter(output) : new TextFindingWriter(output, error);
        return new DetectRun(new DetectionMatcher(DetectionCatalogue.All), writer, error, time)
            .RunAsync(paths is [] ? [folder.FullName] : paths, stop);
    }

    private static string OneLine(string json) => json.ReplaceLineEndings("");

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);

    private async Task WritePackedAsync(string name, string text)
    {
        await using var packed = new GZipStream(File.Create(PathOf(name)), CompressionMode.Compress);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    private List<JsonElement> Lines() =>
        [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
