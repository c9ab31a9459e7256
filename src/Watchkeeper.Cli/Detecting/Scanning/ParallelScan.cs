using System.Runtime.CompilerServices;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>
/// Scans files on all cores, and yields what they hold in the order of the files. Memory is bounded: workers wait until what they
/// found before is taken.
/// </summary>
/// <param name="open">Opens a file; what cannot be opened says so when it is read.</param>
/// <param name="scanner">Scans a block of records.</param>
/// <param name="sums">Counts what is read.</param>
/// <param name="workers">How many blocks are scanned at once.</param>
internal sealed class ParallelScan(Func<string, RecordFile> open, BlockScanner scanner, ScanSums sums, int workers)
{
    /// <summary>The items of each file. Cancelling ends the scan without an exception, after what was found so far.</summary>
    public async IAsyncEnumerable<(string File, IAsyncEnumerable<ScanItem> Items)> RunAsync(
        IEnumerable<string> files, [EnumeratorCancellation] CancellationToken stop)
    {
        var schedule = new ScanSchedule(files, open, workers, stop);
        await using var waking = stop.Register(schedule.Wake);
        // Threads of their own: workers block, and a pool without free threads would hold up the reports.
        Task[] working =
        [
            .. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
                () => Work(schedule, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
        ];
        await foreach (var file in schedule.Files.ReadAllAsync(CancellationToken.None))
            yield return (file.Path, new FileResults(file, schedule, sums, stop).ReadAsync());
        await Task.WhenAll(working);
    }

    private void Work(ScanSchedule schedule, CancellationToken stop)
    {
        try
        {
            while (schedule.Take() is { } job)
            {
                if (job is ScanJob.Match block)
                    block.Run();
                else if (job is ScanJob.Read { File: var file })
                    Read(file, schedule, stop);
            }
        }
        finally
        {
            schedule.Leave();
        }
    }

    private void Read(FileScan file, ScanSchedule schedule, CancellationToken stop)
    {
        ScanJob.Match? read = null;
        try
        {
            if (file.Records.ReadBlock() is { } block)
            {
                read = new ScanJob.Match(block, new Task<BlockResult>(
                    () => scanner.Scan(block, stop), CancellationToken.None, TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }
        finally
        {
            // Also after a failure, so that nobody waits for the file for ever.
            schedule.Return(file, read);
        }
    }
}
