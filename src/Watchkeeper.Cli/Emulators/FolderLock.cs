using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>A lock between processes: a file that one of them holds open. The operating system lets go of it when the holder dies.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>Waits for its turn; disposing of the result ends the turn.</summary>
    /// <exception cref="RunException">The turn did not come within ten minutes.</exception>
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
                if (time.GetElapsedTime(start) > s_longest)
                {
                    throw new RunException(
                        $"Another process has held {file} for {s_longest.TotalMinutes:0} minutes. End that process and run again.", held);
                }
            }
            await Task.Delay(s_pause, time, cancellationToken);
        }
    }
}
