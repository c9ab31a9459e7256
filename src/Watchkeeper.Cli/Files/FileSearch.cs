using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Watchkeeper.Cli.Files;

/// <summary>
/// Finds the files that a user names, and opens them. A folder that cannot be listed, or that holds none of the files, is
/// returned
/// in their place; opening it says why.
/// </summary>
/// <param name="suffixes">The ends of the names of files in folders, in any case.</param>
internal sealed class FileSearch(params ImmutableArray<string> suffixes)
{
    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false };

    // Why a folder gives no file; null for an empty file, which may be a pipe that nobody writes to.
    private readonly ConcurrentDictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The ends of the names of files with events.</summary>
    public static ImmutableArray<string> EventSuffixes { get; } =
        [".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"];

    /// <summary>The names of folders in folders that are passed over.</summary>
    public ImmutableArray<string> PassedOver { get; init; } = [];

    /// <summary>
    /// The files themselves, and of folders the files below them, sorted by path. The names of a trail's files hold the time, so
    /// this is their order within a region. Hidden files and folders are passed over.
    /// </summary>
    public IEnumerable<string> Find(IEnumerable<string> paths) =>
        paths.SelectMany(path => path != InputStream.Standard && Directory.Exists(path) ? In(path) : [path]);

    /// <summary>Opens a file that was found; see <see cref="InputStream.Open"/>.</summary>
    /// <exception cref="IOException">The file cannot be read, or is a folder without files.</exception>
    public Stream Open(string path, int bufferBytes = InputStream.BufferBytes) => known.TryGetValue(path, out var problem)
        ? problem is null ? Stream.Null : throw new IOException(problem)
        : InputStream.Open(path, bufferBytes);

    private List<string> In(string folder)
    {
        var found = new List<string>();
        Walk(folder, [Path.GetFullPath(folder)], found);
        if (found.Count == 0)
            Note(folder, $"holds no file that ends in {string.Join(", ", suffixes)}", found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Walk(string folder, ImmutableArray<string> within, List<string> found)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Visible))
            {
                var path = Path.Join(folder, entry.Name);
                if (entry is FileInfo file)
                    Add(path, file, found);
                else if (!PassedOver.Contains(entry.Name, StringComparer.Ordinal))
                    Enter(path, TargetOf(entry, within[^1]), within, found);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Note(folder, $"is a folder that cannot be listed: {failure.Message}", found);
        }
    }

    // A link to a folder is followed, but not into a folder that it lies in.
    private void Enter(string folder, string target, ImmutableArray<string> within, List<string> found)
    {
        if (!within.Contains(target, StringComparer.Ordinal))
            Walk(folder, within.Add(target), found);
    }

    private static string TargetOf(FileSystemInfo folder, string parent) =>
        folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.Join(parent, folder.Name);

    private void Add(string path, FileInfo file, List<string> found)
    {
        if (!suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
            return;
        found.Add(path);
        if (file is { Exists: true, Length: 0 })
            known[path] = null;
    }

    private void Note(string folder, string problem, List<string> found)
    {
        known[folder] = problem;
        found.Add(folder);
    }
}
