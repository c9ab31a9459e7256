using System.Threading.Channels;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>
/// Decides what a worker does next. Reading comes first, of the earliest open file that no other worker reads, else of a new one;
/// when enough is read, matching. So one file keeps all workers busy, many files are read at once, and memory is bounded.
/// </summary>
internal sealed class ScanSchedule
{
    private const int FilesAhead = 64;
    private const int BlocksAheadOfWorker = 16;
    private const int BytesAheadOfWorker = 2 * 1024 * 1024;

    private readonly object gate = new();
    private readonly IEnumerator<string> paths;
    private readonly Func<string, RecordFile> open;
    private readonly CancellationToken stop;
    private readonly Channel<FileScan> files = Channel.CreateUnbounded<FileScan>();
    private readonly List<FileScan> opened = [];
    private readonly Queue<ScanJob.Match> blocks = new();
    private readonly int blocksAhead;
    private readonly int bytesAhead;
    private long bytes;
    private int working;
    private FileScan? reported;
    private int waitingFiles;
    private int waitingBlocks;
    private bool isFinding;
    private bool isFound;
    private Exception? failure;

    /// <param name="paths">The files, found as they are needed.</param>
    /// <param name="open">Opens a file.</param>
    /// <param name="workers">How many workers there are.</param>
    /// <param name="stop">Ends the scan.</param>
    public ScanSchedule(IEnumerable<string> paths, Func<string, RecordFile> open, int workers, CancellationToken stop)
    {
        (this.paths, this.open, this.stop, working) = (paths.GetEnumerator(), open, stop, workers);
        (blocksAhead, bytesAhead) = (workers * BlocksAheadOfWorker, workers * BytesAheadOfWorker);
    }

    /// <summary>The files, in their order. Fails at the end if a folder could not be listed.</summary>
    public ChannelReader<FileScan> Files => files.Reader;

    /// <summary>Waits for something to do; null at the end.</summary>
    public ScanJob? Take()
    {
        while (true)
        {
            lock (gate)
            {
                while (!CanFind())
                {
                    if (Choose() is { } job)
                        return job;
                    if (IsStopped || (isFound && opened.Count == 0))
                        return null;
                    Monitor.Wait(gate);
                }

                isFinding = true;
            }

            if (Find() is { } file)
                return new ScanJob.Read(file);
        }
    }

    /// <summary>Takes a file back from its reader.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">The block that was read; null at the end of the file.</param>
    public void Return(FileScan file, ScanJob.Match? read)
    {
        lock (gate)
        {
            file.IsTaken = false;
            Monitor.PulseAll(gate);
            if (read is null || file.IsGivenUp)
            {
                read?.Block.Dispose();
                End(file);
                return;
            }

            file.Waiting++;
            waitingBlocks++;
            bytes += read.Block.Size;
            blocks.Enqueue(read);
            file.Results.Writer.TryWrite(read.Result);
        }
    }

    /// <summary>A worker leaves; with the last one everything ends.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--working > 0)
                return;
            while (Dequeue() is { } block)
                block.Run();
            foreach (var file in opened.ToList())
                End(file);
            paths.Dispose();
            files.Writer.Complete(failure);
        }
    }

    /// <summary>Wakes all workers, so that they see the stop.</summary>
    public void Wake()
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }

    /// <summary>The file's results are reported from now on.</summary>
    public void BeginReport(FileScan file)
    {
        lock (gate)
        {
            reported = file;
            waitingFiles--;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>One result of the file was reported.</summary>
    public void Reported(FileScan file)
    {
        lock (gate)
        {
            file.Waiting--;
            waitingBlocks--;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Nobody wants the rest of the file.</summary>
    public void GiveUp(FileScan file)
    {
        lock (gate)
        {
            waitingBlocks -= file.Waiting;
            (file.IsGivenUp, file.Waiting) = (true, 0);
            if (!file.IsTaken)
                End(file);
            Monitor.PulseAll(gate);
        }
    }

    private bool IsStopped => stop.IsCancellationRequested;

    private bool CanFind() =>
        !IsStopped && !isFound && !isFinding && bytes < bytesAhead && waitingFiles < FilesAhead && waitingBlocks < blocksAhead
        && !opened.Exists(CanRead);

    // The file that is reported may go on however many results of later ones wait for it.
    private bool CanRead(FileScan file) =>
        !file.IsTaken && bytes < bytesAhead && (file == reported ? file.Waiting : waitingBlocks) < blocksAhead;

    private ScanJob? Choose()
    {
        if (IsStopped || opened.Find(CanRead) is not { } file)
            return Dequeue();
        file.IsTaken = true;
        return new ScanJob.Read(file);
    }

    private ScanJob.Match? Dequeue()
    {
        if (!blocks.TryDequeue(out var block))
            return null;
        bytes -= block.Block.Size;
        return block;
    }

    private FileScan? Find()
    {
        FileScan? file = null;
        Exception? failed = null;
        try
        {
            if (paths.MoveNext())
                file = new FileScan(paths.Current, open(paths.Current)) { IsTaken = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed: the scan ends with it, after what was found before.
            failed = exception;
        }

        lock (gate)
        {
            (isFinding, isFound, failure) = (false, file is null, failed);
            if (file is not null)
            {
                opened.Add(file);
                waitingFiles++;
                files.Writer.TryWrite(file);
            }

            Monitor.PulseAll(gate);
        }

        return file;
    }

    private void End(FileScan file)
    {
        if (!opened.Remove(file))
            return;
        file.Records.Dispose();
        file.Results.Writer.Complete();
    }
}
