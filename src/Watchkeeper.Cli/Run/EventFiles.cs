using System.Collections.Immutable;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the events to feed and puts them in the order in which they happened.</summary>
internal static class EventFiles
{
    /// <summary>The folder, below the events, that describes the application and holds no events.</summary>
    public const string ApplicationFolder = "application";

    /// <summary>The folder of what the table's stream tells, which comes of the events by itself in a run.</summary>
    public const string StreamFolder = "stream";

    /// <summary>
    /// The file, or every .json file below the folder: by the time each event tells (a file of several by its first), then by path.
    /// Files that tell no time come last, since nothing can depend on them.
    /// </summary>
    /// <exception cref="RunException">There is no such path, or nothing in it.</exception>
    public static ImmutableArray<EventFile> Load(string path)
    {
        if (File.Exists(path))
            return [Read(path, Path.GetFileName(path))];
        if (!Directory.Exists(path))
            throw new RunException($"There is no file or folder «{path}». Give --events a file with one event, or a folder of them.");
        ImmutableArray<EventFile> files =
        [
            .. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                .Where(file => !IsNoEvent(path, file))
                .Select(file => Read(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
                .OrderBy(file => file.Time ?? DateTimeOffset.MaxValue)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
        return files.IsEmpty
            ? throw new RunException($"There is no .json file in «{path}». Give --events a file with one event, or a folder of them.")
            : files;
    }

    private static bool IsNoEvent(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).SkipLast(1).Any(each => each is ApplicationFolder or StreamFolder);

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
