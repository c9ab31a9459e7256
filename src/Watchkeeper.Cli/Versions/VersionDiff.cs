using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Versions;

/// <summary><c>config diff</c>: what changes from one version or file to another.</summary>
internal sealed class VersionDiff(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int Context = 3;

    private readonly VersionFinder finder = new(store.Configurations);

    /// <summary>Prints the lines that differ, with three lines around them. No if any do.</summary>
    /// <param name="from">A number, a hash or a file; null for the version in force.</param>
    /// <param name="to">A number, a hash or a file; null for the version in force.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <exception cref="AskException">There is no such version or file, or it cannot be read.</exception>
    public async Task<Answer> RunAsync(string? from, string? to, CancellationToken cancellationToken)
    {
        var (before, after) = (await ReadAsync(from, cancellationToken), await ReadAsync(to, cancellationToken));
        var lines = InlineDiffBuilder.Diff(before.Yaml, after.Yaml, ignoreWhiteSpace: false).Lines;
        if (lines.TrueForAll(line => line.Type is ChangeType.Unchanged))
        {
            screen.Line("no difference");
            return Answer.Yes;
        }

        screen.Line($"--- {before.Name}");
        screen.Line($"+++ {after.Name}");
        var shown = -1;
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsNear(lines, at))
                continue;
            if (shown >= 0 && at > shown + 1)
                screen.Raw("…");
            shown = at;
            screen.Raw(Sign(lines[at].Type) + lines[at].Text);
        }

        return Answer.No;
    }

    private static bool IsNear(List<DiffPiece> lines, int at) => lines
        .GetRange(Math.Max(0, at - Context), Math.Min(lines.Count, at + Context + 1) - Math.Max(0, at - Context))
        .Exists(line => line.Type is not ChangeType.Unchanged);

    private static string Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+",
        ChangeType.Deleted => "-",
        _ => " ",
    };

    private async Task<(string Name, string Yaml)> ReadAsync(string? typed, CancellationToken cancellationToken)
    {
        if (typed is not null && File.Exists(typed))
        {
            var file = await ConfigurationInput.ReadAsync(typed, time.GetUtcNow(), deliversAll: true);
            return file.IsValid
                ? (typed, ConfigurationYaml.Write(file.ToJson()))
                : throw new AskException($"«{typed}» has errors, which «config check» shows");
        }

        var version = typed is null
            ? await finder.InForceAsync(cancellationToken)
            : await finder.FindAsync(typed, cancellationToken);
        return (VersionLine.Text(version), version is null ? "" : ConfigurationYaml.Write(version.Content));
    }
}
