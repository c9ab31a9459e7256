using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// A lock between processes: a file that one process holds open. The operating system releases the lock when the process dies.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Waits for the lock; disposing the result releases the lock.</summary>
    /// <exception cref="RunException">The lock was not released within ten minutes.</exception>
    public static async Task<FileStream> TakeAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (time.GetElapsedTime(start) > Longest)
                {
                    throw new RunException(
                        $"Another process has held {file} for {Longest.TotalMinutes:0} minutes. End that process and run again.",
                        held);
                }
            }
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
