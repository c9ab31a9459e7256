using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>Detections with a threshold over files: five roles refused to one caller within ten minutes.</summary>
public sealed class ThresholdFindingTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-detect-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_burst_is_one_finding_that_says_how_many_within_which_time_and_since_when()
    {
        await WriteAsync("a.json", Enumerable.Range(0, 9).Select(number => Trial(number, number)));

        var finding = (await RunAsync()).ShouldHaveSingleItem();

        finding.GetProperty("detection").GetString().ShouldBe("roles-tried");
        finding.GetProperty("event").GetString().ShouldBe("r-4");
        finding.GetProperty("because").GetString().ShouldStartWith(
            "5 different values of roleArn within 10 minutes, since 2026-03-04 12:00:00Z; this one: "
                + "arn:aws:iam::111122223333:user/alice called sts:AssumeRole");
        finding.GetProperty("file").GetString().ShouldEndWith("a.json");
    }

    [Fact]
    public async Task Fewer_events_are_no_finding()
    {
        await WriteAsync("a.json", Enumerable.Range(0, 4).Select(number => Trial(number, number)));
        await WriteAsync("b.json", Enumerable.Range(0, 4).Select(number => Trial(number, number)));

        (await RunAsync()).ShouldBeEmpty("the same events lie in another file again");
    }

    [Fact]
    public async Task Events_of_one_burst_are_counted_together_though_they_lie_in_files_of_many_regions()
    {
        foreach (var region in Enumerable.Range(0, 5))
            await WriteAsync($"{region}.json", Enumerable.Range(0, 20).Select(day => Trial((100 * region) + day, (1440 * day) + region, region)));

        var findings = await RunAsync();

        findings.Count.ShouldBe(20);
        findings.Select(finding => finding.GetProperty("time").GetString()).ShouldBeInOrder();
    }

    [Fact]
    public async Task Every_run_finds_the_same_and_so_does_one_with_files_of_other_names()
    {
        var random = new Random(7);
        var trials = Enumerable.Range(0, 600).Select(number => Trial(number, random.Next(3000), random.Next(8))).ToArray();
        await WriteManyAsync(trials);
        var first = Shown(await RunAsync());
        foreach (var _ in Enumerable.Range(0, 5))
            Shown(await RunAsync()).ShouldBe(first);

        foreach (var file in folder.GetFiles())
            file.Delete();
        random.Shuffle(trials);
        await WriteManyAsync(trials);

        Shown(await RunAsync()).ShouldBe(first);
        first.Count.ShouldBeGreaterThan(5);
    }

    private static string Trial(int number, int minute, int? role = null)
    {
        var at = Noon.AddMinutes(minute).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$$"""
            {"eventVersion":"1.08","eventID":"r-{{{number}}}","eventTime":"{{{at}}}","eventSource":"sts.amazonaws.com",
            "eventName":"AssumeRole","awsRegion":"eu-central-1","sourceIPAddress":"203.0.113.7","eventType":"AwsApiCall",
            "userIdentity":{"type":"IAMUser","principalId":"AIDA1","arn":"arn:aws:iam::111122223333:user/alice",
            "accountId":"111122223333","userName":"alice"},"errorCode":"AccessDenied",
            "errorMessage":"not authorized to perform sts:AssumeRole on role-{{{role ?? number}}}","recipientAccountId":"111122223333"}
            """;
    }

    private static List<(string?, string?)> Shown(IEnumerable<JsonElement> findings) =>
        [.. findings.Select(finding => (finding.GetProperty("event").GetString(), finding.GetProperty("because").GetString()))];

    private async Task WriteManyAsync(string[] trials)
    {
        foreach (var (index, chunk) in trials.Chunk(37).Index())
            await WriteAsync($"{index:d3}.json", chunk);
    }

    private Task WriteAsync(string name, IEnumerable<string> records) => File.WriteAllTextAsync(
        Path.Combine(folder.FullName, name), $$"""{"Records":[{{string.Join(',', records)}}]}""", TestContext.Current.CancellationToken);

    private async Task<List<JsonElement>> RunAsync()
    {
        var output = new StringWriter();
        var run = new DetectRun(
            new DetectionMatcher(DetectionCatalogue.All), new JsonFindingWriter(output), new StringWriter(),
            new FakeTimeProvider(Noon.AddDays(400)));
        await run.RunAsync([folder.FullName], TestContext.Current.CancellationToken);
        return
        [
            .. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
                .Where(line => line.GetProperty("detection").GetString() == "roles-tried"),
        ];
    }
}
