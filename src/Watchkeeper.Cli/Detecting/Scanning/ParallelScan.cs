using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>
/// Scans many files on all cores, and yields what they hold in the order of the files. Memory is bounded: files wait to be read
/// until those before them are taken.
/// </summary>
/// <param name="scan">Scans one file, lazily.</param>
/// <param name="workers">How many files are scanned at once.</param>
internal sealed class ParallelScan(Func<string, CancellationToken, IEnumerable<ScanItem>> scan, int workers)
{
    private const int FilesAhead = 32;
    private const int ItemsAhead = 256;

    /// <summary>The items of each file. Cancelling ends the scan without an exception, after what was found so far.</summary>
    public async IAsyncEnumerable<(string File, ChannelReader<ScanItem> Items)> RunAsync(
        IEnumerable<string> files, [EnumeratorCancellation] CancellationToken stop)
    {
        var ordered = Channel.CreateBounded<FileWork>(FilesAhead);
        var waiting = Channel.CreateBounded<FileWork>(FilesAhead);
        var finding = Task.Run(() => FindAsync(files, ordered.Writer, waiting.Writer, stop), CancellationToken.None);
        Task[] scanning =
        [
            .. Enumerable.Range(0, workers)
                .Select(_ => Task.Run(() => WorkAsync(waiting.Reader, stop), CancellationToken.None)),
        ];
        await foreach (var work in ordered.Reader.ReadAllAsync(CancellationToken.None))
            yield return (work.File, work.Items.Reader);
        await finding;
        await Task.WhenAll(scanning);
    }

    private static async Task FindAsync(
        IEnumerable<string> files, ChannelWriter<FileWork> ordered, ChannelWriter<FileWork> waiting, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            foreach (var file in files)
            {
                if (stop.IsCancellationRequested)
                    break;
                var work = new FileWork(file, Channel.CreateBounded<ScanItem>(ItemsAhead));
                await ordered.WriteAsync(work, CancellationToken.None);
                await waiting.WriteAsync(work, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed: the scan ends with it, after what was found before.
            failure = exception;
        }

        ordered.Complete(failure);
        waiting.Complete();
    }

    private async Task WorkAsync(ChannelReader<FileWork> waiting, CancellationToken stop)
    {
        await foreach (var work in waiting.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                foreach (var item in scan(work.File, stop))
                    await work.Items.Writer.WriteAsync(item, CancellationToken.None);
            }
            finally
            {
                // Also after a failure, so that nobody waits for it for ever.
                work.Items.Writer.Complete();
            }
        }
    }

    private sealed record FileWork(string File, Channel<ScanItem> Items);
}
