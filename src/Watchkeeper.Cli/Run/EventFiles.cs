using System.Collections.Immutable;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the events to feed and sorts them by time.</summary>
internal static class EventFiles
{
    /// <summary>The folder below the events that describes the application; it holds no events.</summary>
    public const string ApplicationFolder = "application";

    /// <summary>The folder of stream records. A run skips them, because its own events produce the table's changes.</summary>
    public const string StreamFolder = "stream";

    /// <summary>
    /// Returns the file, or every .json file below the folder, sorted by the event's time and then by path. A file with several
    /// events uses the time of the first. Files without a time come last, since nothing can depend on them.
    /// </summary>
    /// <exception cref="RunException">The path does not exist, or holds no events.</exception>
    public static ImmutableArray<EventFile> Load(string path)
    {
        if (File.Exists(path))
            return [Read(path, Path.GetFileName(path))];
        if (!Directory.Exists(path))
        {
            throw new RunException(
                $"--events is «{path}», but there is no such file or folder. Give a file with one event, or a folder of them.");
        }

        ImmutableArray<EventFile> files =
        [
            .. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                .Where(file => !IsNoEvent(path, file))
                .Select(file => Read(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
                .OrderBy(file => file.Time ?? DateTimeOffset.MaxValue)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
        return files.IsEmpty
            ? throw new RunException(
                $"--events is «{path}», but that folder has no .json file. Give a file with one event, or a folder of them.")
            : files;
    }

    private static bool IsNoEvent(string folder, string file) =>
        Path.GetRelativePath(folder, file)
            .Split(Path.DirectorySeparatorChar)
            .SkipLast(1)
            .Any(each => each is ApplicationFolder or StreamFolder);

    private static EventFile Read(string path, string name)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return new EventFile(name, bytes, EventTime.Read(bytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"«{path}» cannot be read: {error.Message}");
        }
    }
}
