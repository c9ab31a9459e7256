using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// A lock on the data folder of a run. Its holder feeds the table's changes to the functions: a run for as long as it goes on, a
/// command for a moment. The operating system releases the lock when the process dies.
/// </summary>
internal static class RunLock
{
    private const string Name = "run.lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lock; null if another process holds it. Disposing the result releases the lock.</summary>
    /// <exception cref="RunException">This user may not write the folder.</exception>
    public static FileStream? TryTake(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (IsHeld(held))
        {
            return null;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"«{folder}» cannot be written: {denied.Message.TrimEnd('.')}. Check the folder's owner and rights, and the "
                + "disk's space, or give another folder with --data.",
                denied);
        }
    }

    // What the operating systems say of a lock: Linux, macOS, Windows.
    private static bool IsHeld(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>Takes the lock for a run, and waits for commands that hold it.</summary>
    /// <exception cref="RunException">Another run holds the lock.</exception>
    public static async Task<FileStream> TakeAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (TryTake(folder) is { } taken)
                return taken;
            if (time.GetElapsedTime(began) > LongestCommand)
                throw new RunException($"Another run uses «{folder}». Stop it, or give another folder with --data.");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
