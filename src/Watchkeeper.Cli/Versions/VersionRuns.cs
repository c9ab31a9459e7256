using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Versions;

/// <summary><c>config show</c>, <c>config history</c> and <c>config rollback</c>.</summary>
internal sealed class VersionRuns(IIncidentStore store, Screen screen)
{
    private readonly VersionFinder finder = new(store.Configurations);

    /// <summary>Prints a version with its content.</summary>
    /// <param name="typed">Its number or hash; null for the one in force.</param>
    /// <param name="asJson">Whether as one JSON object.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <exception cref="AskException">There is no such version, or it cannot be read.</exception>
    public async Task<Answer> ShowAsync(string? typed, bool asJson, CancellationToken cancellationToken)
    {
        var version = typed is null
            ? await finder.InForceAsync(cancellationToken)
            : await finder.FindAsync(typed, cancellationToken);
        if (asJson)
        {
            var json = VersionLine.Json(version);
            json["content"] = version is null ? null : JsonNode.Parse(version.Content.Span);
            screen.Raw(json.ToJsonString());
        }
        else
        {
            screen.Line($"# {VersionLine.Text(version)}");
            foreach (var line in version is null ? [] : ConfigurationYaml.Write(version.Content).TrimEnd('\n').Split('\n'))
                screen.Raw(line);
        }

        return Answer.Yes;
    }

    /// <summary>Lists the versions, the newest first.</summary>
    /// <param name="limit">The most versions.</param>
    /// <param name="before">The number before which to go on; null begins with the newest.</param>
    /// <param name="asJson">Whether as one JSON object a line.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    public async Task<Answer> HistoryAsync(int limit, long? before, bool asJson, CancellationToken cancellationToken)
    {
        var history = await store.Configurations.HistoryAsync(limit, before, cancellationToken);
        foreach (var unreadable in history.Unreadable)
            screen.Note($"a version cannot be read: {unreadable}");
        foreach (var version in history.Versions)
            VersionLine.Show(screen, version, asJson);
        if (history.Versions.IsEmpty && !asJson)
            screen.Line(before is null ? "no file was ever applied" : "no older version");
        if (history.Before is { } next)
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"older versions: --before {next}"));
        return Answer.Yes;
    }

    /// <summary>Brings the content of a former version back, as a new version.</summary>
    /// <param name="typed">Its number or hash; null for the one before the version in force.</param>
    /// <param name="who">Who goes back, unless the store knows the caller.</param>
    /// <param name="now">The time.</param>
    /// <param name="asJson">Whether the result is printed as JSON.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <exception cref="AskException">There is no such version, or it cannot be read.</exception>
    public async Task<Answer> RollBackAsync(
        string? typed, string who, DateTimeOffset now, bool asJson, CancellationToken cancellationToken)
    {
        var known = await store.Configurations.ReadLatestAsync(cancellationToken)
            ?? throw new AskException("no file was ever applied: there is nothing to go back from");
        if (typed is null && known.Number == 1)
            throw new AskException("version 1 is the first one: apply an empty file to go back to the template's parameters");
        var former = await finder.FindAsync(
            typed ?? (known.Number - 1).ToString(CultureInfo.InvariantCulture), cancellationToken);
        if (former.Number == known.Number)
            throw new AskException($"version {former.Number} is the one in force");
        var name = InertText.Line(await store.WhoAmIAsync(cancellationToken) ?? who, SubjectLimits.LabelValue);
        var result = await store.Configurations.RollBackAsync(known, former, name, now, cancellationToken);
        return ApplyResultText.Show(screen, result, asJson, "rolled back; functions notice within a minute: ");
    }
}
