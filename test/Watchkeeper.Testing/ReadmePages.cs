using System.Collections.Immutable;

namespace Watchkeeper.Testing;

/// <summary>The pages that a reader finds in the repository: the front page and a README.md in a folder.</summary>
public static class ReadmePages
{
    private static readonly string[] Folders = ["src", "test", "events"];

    /// <summary>Their paths from the repository's root, with slashes, the front page first.</summary>
    public static ImmutableArray<string> All { get; } = ["README.md", .. Folders.SelectMany(PagesOf).Order(StringComparer.Ordinal)];

    /// <summary>The text of a page.</summary>
    public static string Read(string page) => File.ReadAllText(Repository.PathOf(page));

    // What builds and downloads leave in a folder has pages of other people.
    private static IEnumerable<string> PagesOf(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "README.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(page => !page.Split('/').Any(each => each is "bin" or "obj" or "node_modules"));
}
