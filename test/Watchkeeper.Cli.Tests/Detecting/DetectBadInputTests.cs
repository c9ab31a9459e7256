using System.IO.Compression;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>What cannot be read is named with its place, and what lies around it is found.</summary>
public sealed class DetectBadInputTests : DetectTests
{
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
    [InlineData("\"eventName\":\"DescribeInstances\",", "\"eventName\":\"DescribeInstances\"", "eventName")]
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
        lines.ShouldContain(line => line.ToString().Contains("is gzip that was cut off", StringComparison.Ordinal));
        lines.Count(line => line.TryGetProperty("reason", out _)).ShouldBe(2);
        lines.Count(line => line.TryGetProperty("detection", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_without_JSON_and_a_file_in_another_encoding_are_no_result()
    {
        var empty = Directory.CreateDirectory(PathOf("empty")).FullName;
        await File.WriteAllTextAsync(PathOf("a.json"), Stop, Encoding.Unicode, TestContext.Current.CancellationToken);

        (await RunAsync(true, empty, PathOf("a.json"))).ShouldBe(new DetectResult(null, IsWhole: false));

        Lines().Select(line => line.GetProperty("reason").GetString()).ShouldBe(
        [
            "holds no file that ends in .json, .json.gz, .jsonl, .jsonl.gz, .ndjson, .ndjson.gz",
            "is in UTF-16: expected UTF-8 (in PowerShell, write it with Out-File -Encoding utf8)",
        ]);
        Errors.ShouldStartWith("0 files, 0 events, ");
    }

    [Fact]
    public async Task A_file_of_another_kind_does_not_fill_the_screen()
    {
        await WriteAsync("a.json", string.Join('\n', Enumerable.Repeat("no record", 5_000)));

        await RunAsync();

        Lines().Count.ShouldBe(1_001);
        Lines()[^1].GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("the rest is passed over");
    }

    [Theory]
    [InlineData("\"eventName\":", "\"eventName\":\"DescribeTrails\",\"eventName\":", "eventName", "Duplicate")]
    [InlineData("\"name\":", "\"name\":\"other\",\"name\":", "requestParameters.name", "Duplicate")]
    [InlineData("\"main\"", "\"\\ud800\"", "requestParameters.name", "half a surrogate pair")]
    [InlineData("203.0.113.7", "\\udc00", "sourceIPAddress", "half a surrogate pair")]
    [InlineData("\"main\"", "NaN", "requestParameters.name", "not valid JSON")]
    [InlineData("\"eventName\":\"StopLogging\",", "", "eventName", "is missing")]
    [InlineData("2026-03-04", "1970-01-01", "eventTime", "expected a time since")]
    [InlineData("2026-03-04", "2027-03-04", "eventTime", "in the future")]
    public async Task A_record_that_cannot_be_read_is_named_between_those_that_can(string from, string to, string place, string reason)
    {
        await WriteAsync("a.json", $$"""{"Records":[{{Stop}},{{Stop.Replace(from, to, StringComparison.Ordinal)}},{{Stop}}]}""");

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: false));

        var lines = Lines();
        lines.Count(line => line.TryGetProperty("detection", out _)).ShouldBe(2);
        var refused = lines.Where(line => line.TryGetProperty("reason", out _)).ShouldHaveSingleItem();
        refused.GetProperty("path").GetString().ShouldBe($"$.Records[1].{place}");
        refused.GetProperty("offset").GetInt64().ShouldBe("{\"Records\":[,".Length + Stop.Length);
        refused.GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public async Task Ten_thousand_levels_are_refused_and_the_rest_goes_on()
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        await WriteAsync("a.json", $$"""{"Records":[{{Stop.Replace("\"main\"", deep, StringComparison.Ordinal)}},{{Stop}}]}""");

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: false));

        Lines().Count(line => line.TryGetProperty("detection", out _)).ShouldBe(1);
        Lines().Where(line => line.TryGetProperty("reason", out _)).ShouldHaveSingleItem()
            .GetProperty("path").GetString().ShouldNotBeNull().ShouldStartWith("$.Records[0].requestParameters.name[0][0]");
    }

    [Fact]
    public async Task Two_bodies_with_one_id_are_two_acts()
    {
        await WriteAsync("a.json", $"[{Stop},{Stop.Replace("\"main\"", "\"other\"", StringComparison.Ordinal)}]");

        (await RunAsync()).IsWhole.ShouldBeTrue();

        Lines().Select(line => line.GetProperty("resource").GetString()).ShouldBe(["main", "other"]);
        Lines().ShouldAllBe(line => line.GetProperty("event").GetString() == "r-1");
    }

    [Theory]
    [InlineData("""{"eventVersion":"2.1","eventSource":"aws:s3","eventTime":"2026-03-04T05:06:07Z","eventName":"ObjectCreated:Put"}""", "eventSource")]
    [InlineData("""{"messageId":"1","body":"{}","eventSource":"aws:sqs"}""", "eventID")]
    [InlineData("""{"EventSource":"aws:sns","Sns":{"Message":"x"}}""", "eventID")]
    public async Task Records_of_another_schema_are_refused(string record, string place)
    {
        await WriteAsync("a.json", $$"""{"Records":[{{record}},{{Stop}}]}""");

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: false));

        Lines()[0].GetProperty("path").GetString().ShouldBe($"$.Records[0].{place}");
        Lines()[1].GetProperty("detection").GetString().ShouldBe("trail-stopped");
    }

    [Theory]
    [InlineData(256 * 1024)]
    [InlineData(20 * 1024 * 1024)]
    public async Task A_large_event_is_read_like_a_small_one(int bytes)
    {
        var large = Stop.Replace("\"main\"", $"\"main\",\"x\":\"{new string('y', bytes)}\"", StringComparison.Ordinal);
        await WritePackedAsync("a.json.gz", $$"""{"Records":[{{Look}},{{large}},{{Look}},{{Stop}}]}""");

        (await RunAsync()).ShouldBe(new DetectResult(Severity.Critical, IsWhole: true));

        Lines().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Packed_files_one_after_the_other_are_one_file()
    {
        await WritePackedAsync("a.json.gz", $"{Stop}\n");
        var one = await File.ReadAllBytesAsync(PathOf("a.json.gz"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(PathOf("a.json.gz"), [.. one, .. one, .. one], TestContext.Current.CancellationToken);

        (await RunAsync()).IsWhole.ShouldBeTrue();

        Lines().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_packed_file_that_was_cut_off_anywhere_is_no_whole_one(int before)
    {
        var packed = new MemoryStream();
        await using (var lines = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await lines.WriteAsync(Encoding.UTF8.GetBytes($"{OneLine(Stop)}\n"), TestContext.Current.CancellationToken);
            // The bytes up to here unpack to a whole line.
            await lines.FlushAsync(TestContext.Current.CancellationToken);
            await lines.WriteAsync(Encoding.UTF8.GetBytes($"{OneLine(Look)}\n"), TestContext.Current.CancellationToken);
        }

        byte[] whole = [.. Enumerable.Repeat(packed.ToArray(), before).SelectMany(bytes => bytes)];
        foreach (var length in Enumerable.Range(3, (int)packed.Length - 3))
            await File.WriteAllBytesAsync(PathOf($"{length}.json.gz"), [.. whole, .. packed.ToArray()[..length]], TestContext.Current.CancellationToken);

        (await RunAsync()).IsWhole.ShouldBeFalse();

        var refused = Lines().Where(line => line.TryGetProperty("reason", out _))
            .Select(line => line.GetProperty("file").GetString()).Distinct(StringComparer.Ordinal);
        refused.Count().ShouldBe((int)packed.Length - 3);
    }

    [Fact]
    public async Task What_is_given_up_is_counted_up_to_there_however_many_cores_read_on()
    {
        var lines = string.Join('\n', Enumerable.Repeat("no record", 999).Concat(Enumerable.Repeat(OneLine(Stop), 3_000)));
        await WriteAsync("a.json", $"{lines}\nno record\n{lines}");
        await WriteAsync("b.json", Stop);

        await RunAsync();

        Lines().Count(line => line.TryGetProperty("detection", out _)).ShouldBe(3_001);
        Errors.ShouldStartWith("1 files, 4,001 events, ");
    }
}
