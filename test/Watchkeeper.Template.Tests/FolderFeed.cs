using System.IO.Compression;
using System.Xml.Linq;
using Watchkeeper.Testing;

namespace Watchkeeper.Template.Tests;

/// <summary>
/// A package feed in a folder, beside a package folder of its own that isolates a test's restores. The machine's own folder
/// serves packages that have no stand-in.
/// </summary>
internal sealed class FolderFeed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-feed-").FullName;

    public FolderFeed()
    {
        Directory.CreateDirectory(Feed);
        var fallback = Directory.CreateDirectory(Path.Combine(folder, "fallback")).FullName;
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.GetDirectories(known)
            .Where(one => !StandIns.Contains(Path.GetFileName(one), StringComparer.OrdinalIgnoreCase)))
        {
            Directory.CreateSymbolicLink(Path.Combine(fallback, Path.GetFileName(package)), package);
        }
    }

    /// <summary>The packages that have a stand-in.</summary>
    public static string[] StandIns { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("src", "packages")).Select(one => Path.GetFileName(one)!)
            .Where(one => !one.EndsWith(".shared", StringComparison.Ordinal))];

    private string Feed => Path.Combine(folder, "feed");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Puts packages into the feed, each in the referenced version.</summary>
    public FolderFeed With(params IEnumerable<string> packages)
    {
        foreach (var package in packages)
            Pack(package);
        return this;
    }

    /// <summary>The variables that make a restore use only this feed, or another source.</summary>
    public string[] Variables(string? source = null) =>
    [
        $"RestoreSources={source ?? Feed}", $"RestoreFallbackFolders={Path.Combine(folder, "fallback")}",
        $"RestorePackagesPath={Path.Combine(folder, "packages")}",
    ];

    private void Pack(string package)
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(one => one.Attribute("Include")?.Value == package).Attribute("Version")!.Value;
        using var archive = ZipFile.Open(Path.Combine(Feed, $"{package}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(archive.CreateEntry($"{package}.nuspec").Open()))
        {
            writer.Write(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{package}</id><version>{version}</version><authors>test</authors><description>test</description></metadata>
                </package>
                """);
        }

        archive.CreateEntryFromFile(Path.Combine(AppContext.BaseDirectory, $"{package}.dll"), $"lib/net10.0/{package}.dll");
    }
}
