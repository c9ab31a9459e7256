using System.Globalization;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The data folders of runs. Each run has its own, named by its start time, so that a second run does not find the incidents of
/// the first.
/// </summary>
internal static class RunFolders
{
    private const string NameFormat = "yyyyMMdd-HHmmss-fff";
    private static readonly string Runs = Path.Combine(".watchkeeper", "runs");

    /// <summary>Returns the name of a new folder below the current one.</summary>
    public static string New(DateTimeOffset now) =>
        Path.Combine(Runs, now.UtcDateTime.ToString(NameFormat, CultureInfo.InvariantCulture));

    /// <summary>Creates the data folder of a run, if it does not exist.</summary>
    /// <exception cref="RunException">It cannot be one.</exception>
    public static void Create(string folder)
    {
        for (var part = folder; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
        {
            if (Path.Exists(part) && !Directory.Exists(part))
            {
                var below = part == folder ? "which is a file" : $"which lies under the file «{part}»";
                throw new RunException($"--data is «{folder}», {below}. Give a folder.") { IsUsage = true };
            }
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"The data folder «{folder}» cannot be created: {refused.Message.TrimEnd('.')}. Give another one with --data.",
                refused);
        }
    }

    /// <summary>
    /// Returns the newest folder of a run, in the given folder or the nearest folder above with such a run; null if there is
    /// none.
    /// </summary>
    /// <param name="from">The folder to begin with.</param>
    /// <param name="isWanted">Whether a run's folder counts.</param>
    public static string? Newest(string from, Predicate<string> isWanted)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var runs = new DirectoryInfo(Path.Combine(folder.FullName, Runs));
            if (!runs.Exists)
                continue;
            var newest = runs.EnumerateDirectories().Where(each => isWanted(each.FullName)).MaxBy(StartOf);
            if (newest is not null)
                return newest.FullName;
        }

        return null;
    }

    private static DateTime StartOf(DirectoryInfo folder) =>
        DateTime.TryParseExact(
            folder.Name, NameFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            ? start
            : folder.CreationTimeUtc;
}
