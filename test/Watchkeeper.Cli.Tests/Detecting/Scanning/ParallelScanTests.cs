using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Cli.Detecting.Scanning;
using Watchkeeper.Cli.Files;
using Watchkeeper.Cli.Tests.Files;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting.Scanning;

public sealed class ParallelScanTests
{
    private static readonly BlockScanner Scanner =
        new(new DetectionMatcher(DetectionCatalogue.All), new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));

    private static readonly string[] Records =
    [
        Record("StopLogging", "main"), Record("StopLogging", "\\\"}{"), Record("DescribeTrails", "main"), Record("DeleteTrail", "x"),
        Record("StopLogging", new string('y', 3_000)), "{\"eventName\":NaN}", "{}", "7", "[1]",
        "{\"awsAccountId\":\"1\",\"digestS3Bucket\":\"b\",\"logFiles\":[]}",
    ];

    [Fact]
    public async Task Any_split_of_the_bytes_among_any_number_of_workers_finds_the_same()
    {
        var found = 0;
        var file = Gen.Select(Gen.Int[0, Records.Length - 1].Array[0, 40], Gen.Bool, Gen.Bool);
        await Gen.Select(file.Array[0, 12], Gen.Int[1, 5], Gen.Int[1, 5_000].Array[1, 4], Gen.Int[64, 8_000]).SampleAsync(
            async (picked, workers, sizes, blockBytes) =>
            {
                var files = picked.Select((one, index) => (Name: $"{index}", Bytes: Write(one.Item1, one.Item2, one.Item3)))
                    .ToDictionary(one => one.Name, one => one.Bytes, StringComparer.Ordinal);
                var whole = await ScanAsync(name => new RecordFile(() => new MemoryStream(files[name])), files.Keys, workers: 1);

                var read = await ScanAsync(
                    name => new RecordFile(() => new DribblingStream(files[name], sizes), blockBytes), files.Keys, workers);

                read.ShouldBe(whole);
                Interlocked.Add(ref found, read.Count(line => line.Contains("StopLogging", StringComparison.Ordinal)));
            });
        found.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task A_file_that_fails_in_the_middle_keeps_what_it_held()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Records[0], 100)));

        var lines = await ScanAsync(_ => new RecordFile(() => new FailingStream(bytes), 1_000), ["a", "b"], workers: 3);

        lines.Count(line => line.StartsWith("a found", StringComparison.Ordinal)).ShouldBe(100);
        lines.Count(line => line.StartsWith("b found", StringComparison.Ordinal)).ShouldBe(100);
        lines.Where(line => line.Contains("refused", StringComparison.Ordinal)).ShouldBe(
            [$"a refused {bytes.Length}  the disk is gone", $"b refused {bytes.Length}  the disk is gone"]);
    }

    private static string Record(string call, string name) =>
        $$$"""
        {"eventVersion":"1.08","eventID":"r-1","eventTime":"2026-03-04T05:06:07Z","eventSource":"cloudtrail.amazonaws.com","eventName":"{{{call}}}","awsRegion":"eu-central-1","userIdentity":{"type":"IAMUser","accountId":"111122223333"},"requestParameters":{"name":"{{{name}}}"}}
        """;

    private static byte[] Write(int[] picked, bool isList, bool isCutOff)
    {
        var records = picked.Select(record => Records[record]);
        var text = isList ? $"{{\"Records\":[{string.Join(",", records)}]}}" : string.Join('\n', records);
        return Encoding.UTF8.GetBytes(isCutOff ? text[..(text.Length * 4 / 5)] : text);
    }

    private static async Task<List<string>> ScanAsync(Func<string, RecordFile> open, IEnumerable<string> files, int workers)
    {
        var sums = new ScanSums();
        var lines = new List<string>();
        var scan = new ParallelScan(open, Scanner, sums, workers);
        await foreach (var (file, items) in scan.RunAsync(files, CancellationToken.None))
        {
            await foreach (var item in items)
            {
                lines.Add(item switch
                {
                    ScanItem.Found(var signal, var stage) => $"{file} found {signal.Id} {signal.Reason} {stage}",
                    ScanItem.Refused(var offset, var path, var reason) => $"{file} refused {offset} {path} {reason}",
                    _ => "?",
                });
            }
        }

        lines.Add($"{sums.Files} {sums.Events} {sums.Bytes} {sums.Digests}");
        return lines;
    }

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("the disk is gone");
    }
}
