namespace Watchkeeper.Cli.Files;

/// <summary>The files that a user names.</summary>
internal static class TrailFiles
{
    private static readonly string[] Suffixes = [".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"];

    /// <summary>
    /// The files themselves, and of folders the files with JSON in them, sorted by path. The names of a trail's files hold the
    /// time, so this is their order within a region.
    /// </summary>
    public static IEnumerable<string> Find(IEnumerable<string> paths) => Find(paths, Suffixes);

    /// <summary>The same with files of other suffixes in folders.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> paths, IReadOnlyCollection<string> suffixes) =>
        paths.SelectMany(path => Directory.Exists(path) ? In(path, suffixes) : [path]);

    private static IEnumerable<string> In(string folder, IReadOnlyCollection<string> suffixes) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
        .Where(file => suffixes.Any(suffix => file.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal);
}
