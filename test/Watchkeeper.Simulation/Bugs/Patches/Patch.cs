using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Bugs.Patches;

/// <summary>
/// A mistake in the product's own code: a unified diff against the repository's root, after a line that says what is done wrong.
/// </summary>
/// <param name="Path">The file.</param>
internal sealed record Patch(string Path)
{
    /// <summary>By what it is called.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folders of the projects that it changes.</summary>
    public ImmutableArray<string> Projects =>
    [
        .. File.ReadLines(Path)
            .Where(line => line.StartsWith("+++ b/src/", StringComparison.Ordinal))
            .Select(line => $"src/{line.Split('/')[2]}")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The mistakes of a clone, by name.</summary>
    public static ImmutableArray<Patch> Of(Clone clone) =>
    [
        .. Directory.EnumerateFiles(clone.PathOf("test", "Watchkeeper.Simulation", "Bugs", "Patches"), "*.patch")
            .Order(StringComparer.Ordinal)
            .Select(path => new Patch(path)),
    ];

    /// <summary>Whether it fits the sources in a folder, without changing them; null where it does, else what git says.</summary>
    public string? Misfit(string folder) => Command.TryRun(folder, "git", ["apply", "--check", Path]);

    public void Apply(string folder) => Command.Run(folder, "git", ["apply", Path]);

    public void Revert(string folder) => Command.Run(folder, "git", ["apply", "--reverse", Path]);
}
