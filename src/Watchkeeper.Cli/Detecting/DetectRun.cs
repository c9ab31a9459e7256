using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Cli.Detecting.Scanning;
using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Detecting;

/// <summary>Evaluates detections over files: reading, matching and reporting, each in its own place.</summary>
/// <param name="matcher">The detections.</param>
/// <param name="writer">Receives the findings.</param>
/// <param name="error">Receives progress, totals and summary.</param>
/// <param name="time">The clock.</param>
internal sealed class DetectRun(DetectionMatcher matcher, IFindingWriter writer, TextWriter error, TimeProvider time)
{
    // Within a file, findings are put into the order of time; a file with more is in order piece by piece.
    private const int MaxSorted = 10_000;

    private readonly ScanSums sums = new();
    private readonly FindingSummary summary = new();
    private readonly CountedFindings counted = new();
    private long refused;

    /// <summary>Whether somebody looks at the progress.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Scans files and folders. Stopping ends the scan after what was found so far.</summary>
    public async Task<DetectResult> RunAsync(IReadOnlyCollection<string> paths, CancellationToken stop)
    {
        var scanner = new BlockScanner(matcher, time.GetUtcNow());
        var search = new FileSearch(FileSearch.EventSuffixes);
        var scan = new ParallelScan(path => new RecordFile(() => search.Open(path)), scanner, sums, Environment.ProcessorCount);
        string totals;
        await using (var progress = new ScanProgress(error, sums, time, IsWatched))
        {
            await foreach (var (file, items) in scan.RunAsync(search.Find(paths), stop))
                await ReportAsync(file, items, progress);
            await WriteAsync(counted.End(), progress);
            totals = progress.Line();
        }

        var digests = sums.Digests > 0 ? $", {sums.Digests} digests passed over" : "";
        var stopped = stop.IsCancellationRequested ? ", stopped before the end" : "";
        await error.WriteLineAsync($"{totals}{digests}: {summary.Count} findings, {refused} rejected{stopped}");
        foreach (var line in summary.Lines())
            await error.WriteLineAsync(line);
        return new DetectResult(summary.Worst, IsWhole: refused == 0 && !stop.IsCancellationRequested);
    }

    private async Task ReportAsync(string file, IAsyncEnumerable<ScanItem> items, ScanProgress progress)
    {
        var found = new List<Finding>();
        await foreach (var item in items)
        {
            if (item is ScanItem.Found { Counted: { } count } part)
                await WriteAsync(counted.Add(new Finding(file, part.Signal, part.Stage), count), progress);
            else if (item is ScanItem.Found(var signal, var stage))
                found.Add(new Finding(file, signal, stage));
            if (found.Count == MaxSorted)
                await FlushAsync(found, progress);
            if (item is not ScanItem.Refused rejection)
                continue;
            refused++;
            await progress.ClearAsync();
            await writer.WriteAsync(file, rejection);
        }

        await FlushAsync(found, progress);
    }

    private async Task FlushAsync(List<Finding> found, ScanProgress progress)
    {
        await WriteAsync(found.OrderBy(finding => finding.Signal.OccurredAt), progress);
        found.Clear();
    }

    private async Task WriteAsync(IEnumerable<Finding> findings, ScanProgress progress)
    {
        foreach (var finding in findings)
        {
            await progress.ClearAsync();
            summary.Add(finding);
            await writer.WriteAsync(finding);
        }
    }
}
