using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Text;
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
        await using (var packed = new GZipStream(
            File.Create(Path.Combine(folder.FullName, "4-log.json.gz")), CompressionMode.Compress))
        {
            await packed.WriteAsync(
                Encoding.UTF8.GetBytes($$"""{"Records":[{{Stop}}]}"""), TestContext.Current.CancellationToken);
        }
        await WriteAsync("notes.txt", "not for us");

        (await RunAsync(asJson: true)).ShouldBeTrue();

        var lines = Lines();
        lines.Select(line => Path.GetFileName(line.GetProperty("file").GetString()))
            .ShouldBe(["1-envelope.json", "2-record.json", "3-log.json", "4-log.json.gz"]);
        lines.ShouldAllBe(line => line.GetProperty("event").GetString() == "r-1"
            && line.GetProperty("detection").GetString() == "trail-stopped"
            && line.GetProperty("severity").GetString() == "critical"
            && line.GetProperty("fingerprint").GetString() == "detection/trail-stopped/111122223333/eu-central-1/main"
            && line.GetProperty("actor").GetString() == "arn:aws:iam::111122223333:user/alice");
    }

    [Fact]
    public async Task A_match_in_text_form_is_one_line_whatever_its_names_hold()
    {
        await WriteAsync("a.json", Stop.Replace("\"main\"", "\"main\\nFORGED\\u202E\"", StringComparison.Ordinal));

        (await RunAsync(asJson: false)).ShouldBeTrue();

        var line = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        line.ShouldStartWith("2026-03-04T05:06:07Z critical trail-stopped CloudTrail stopped or deleted: ");
        line.ShouldContain("called cloudtrail:StopLogging on main FORGED from 203.0.113.7");
        error.ToString().Trim().ShouldBe("1 events, 1 findings, 0 rejected");
    }

    [Fact]
    public async Task An_undoing_event_is_no_match()
    {
        await WriteAsync("a.json", Stop.Replace("StopLogging", "StartLogging", StringComparison.Ordinal));

        (await RunAsync(asJson: false)).ShouldBeTrue();

        output.ToString().ShouldBeEmpty();
        error.ToString().Trim().ShouldBe("1 events, 0 findings, 0 rejected");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"Records\":[{}]}")]
    public async Task An_invalid_record_is_reported_and_the_rest_goes_on(string text)
    {
        await WriteAsync("a.json", text);
        await WriteAsync("b.json", Stop);

        (await RunAsync(asJson: true)).ShouldBeFalse();

        var lines = Lines();
        lines[0].GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        lines[1].GetProperty("detection").GetString().ShouldBe("trail-stopped");
    }

    [Fact]
    public async Task A_file_that_is_missing_or_not_compressed_is_reported()
    {
        await WriteAsync("a.json.gz", "plain");

        (await RunAsync(asJson: true, Path.Combine(folder.FullName, "a.json.gz"), Path.Combine(folder.FullName, "none.json")))
            .ShouldBeFalse();

        Lines().Count(line => line.TryGetProperty("reason", out _)).ShouldBe(2);
    }

    private async Task<bool> RunAsync(bool asJson, params string[] paths)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        var run = new DetectRun(new DetectionMatcher(DetectionCatalogue.All), time, output, error, asJson);
        await foreach (var file in InputFiles.ReadAsync(paths is [] ? [folder.FullName] : paths))
        {
            if (file.Error is null)
                await run.TakeAsync(file.Name, file.Bytes);
            else
                await run.RefuseAsync(file.Name, new Rejection("", file.Error));
        }

        return await run.EndAsync();
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);

    private List<JsonElement> Lines() =>
        [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
