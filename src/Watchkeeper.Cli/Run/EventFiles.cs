using System.Collections.Immutable;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Files;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the events to feed and sorts them by time.</summary>
internal static class EventFiles
{
    /// <summary>The folder below the events that describes the application; it holds no events.</summary>
    public const string ApplicationFolder = "application";

    /// <summary>The folder of stream records. A run skips them, because its own events produce the table's changes.</summary>
    public const string StreamFolder = "stream";

    private const string StandardName = "stdin";
    private const int MaxBytes = 1 << 30;

    private static readonly string Expected =
        $"Give a file with events, a folder of them (files that end in {string.Join(", ", FileSearch.EventSuffixes)}), "
        + "or - for standard input.";

    /// <summary>
    /// Returns the events in the file, in every file with JSON below the folder, or in standard input, sorted by their time,
    /// then by
    /// file and place. Events without a time come last, since nothing can depend on them.
    /// </summary>
    /// <exception cref="RunException">The path does not exist, cannot be read, or holds no events.</exception>
    public static ImmutableArray<EventFile> Load(string path)
    {
        if (path != InputStream.Standard && !Path.Exists(path))
            throw new RunException($"--events is «{path}», but there is no such file or folder. {Expected}");
        var search = new FileSearch(FileSearch.EventSuffixes) { PassedOver = [ApplicationFolder, StreamFolder] };
        return
        [
            .. new InputFiles(search, MaxBytes).Read([path])
                .Select(file => (Name: NameOf(path, file.Name), Bytes: BytesOf(path, file)))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => EventSplitter.Split(file.Name, file.Bytes))
                .Select(part => new EventFile(part.Name, part.Bytes, EventTime.Read(part.Bytes)))
                .OrderBy(part => part.Time ?? DateTimeOffset.MaxValue),
        ];
    }

    private static string NameOf(string path, string file) => file switch
    {
        InputStream.Standard => StandardName,
        _ when file == path => Path.GetFileName(file),
        _ => Path.GetRelativePath(path, file).Replace('\\', '/'),
    };

    private static ReadOnlyMemory<byte> BytesOf(string path, InputFile file)
    {
        if (file.Error is { } error && file.Name == path)
            throw new RunException($"--events is «{path}», but it {error.TrimEnd('.')}. {Expected}");
        if (file.Error is not null)
            throw new RunException(RejectionLine.Of(file.Name, "", file.Error));
        return file.Bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0 && path == InputStream.Standard
            ? throw new RunException("--events is «-», but standard input holds no event. Pipe events into the command.")
            : file.Bytes;
    }
}
