using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>What a worker does next.</summary>
internal abstract record ScanJob
{
    private ScanJob()
    {
    }

    /// <summary>Reads the next block of a file, which no other worker reads meanwhile.</summary>
    public sealed record Read(FileScan File) : ScanJob;

    /// <summary>Matches a block that was read.</summary>
    public sealed record Match(RecordBlock Block, Task<BlockResult> Result) : ScanJob
    {
        /// <summary>Computes the result, and gives the block back.</summary>
        public void Run()
        {
            using (Block)
                Result.RunSynchronously(TaskScheduler.Default);
        }
    }
}
