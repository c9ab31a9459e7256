using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Silencing;

/// <summary><c>silence list</c>: what is not over, the first to end first, and what is, the last first.</summary>
internal sealed class SilenceListRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    /// <summary>Lists the silences.</summary>
    /// <param name="past">The most to list of those that are over; null lists none of them.</param>
    /// <param name="matching">Only silences that match these labels; null lists all.</param>
    /// <param name="asJson">Whether as one JSON object a line.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    public async Task<Answer> RunAsync(int? past, LabelSet? matching, bool asJson, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var listed = await store.Silences.ListAsync(cancellationToken);
        NoteUnreadable(listed);
        ImmutableArray<Silence> current =
        [
            .. listed.Silences.Where(silence => !silence.IsOverAt(now) && IsWanted(silence))
                .OrderBy(silence => silence.EndsAt).ThenBy(silence => silence.Id, StringComparer.Ordinal),
        ];
        var active = current.IsEmpty
            ? new IncidentSample([], IsComplete: true)
            : await IncidentSample.ReadActiveAsync(store.Queries, cancellationToken);
        var counts = new SilenceSet(current).Count(active.Labels, now);
        List<SilenceLine> lines = [.. current.Select(each => SilenceLine.From(each, now, counts.GetValueOrDefault(each.Id)))];
        var over = past is { } limit ? await PastAsync(listed, limit, now, cancellationToken) : [];
        lines.AddRange(over.Where(IsWanted).Select(each => SilenceLine.From(each, now)));
        Show(lines, now, asJson);
        if (!active.IsComplete)
        {
            screen.Note(string.Create(
                CultureInfo.InvariantCulture, $"only {active.Incidents.Length} active incidents were counted"));
        }

        if (over.Length == past)
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"there may be older ones: --limit {past * 2}"));
        return Answer.Yes;

        bool IsWanted(Silence silence) => matching is null || silence.Matches(matching);
    }

    // One that ended a moment ago may lie among those that are not over still.
    private async Task<ImmutableArray<Silence>> PastAsync(
        SilenceList current, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var past = await store.Silences.ListPastAsync(limit, cancellationToken);
        NoteUnreadable(past);
        return
        [
            .. current.Silences.Where(silence => silence.IsOverAt(now)).Concat(past.Silences)
                .DistinctBy(silence => silence.Id, StringComparer.Ordinal)
                .OrderByDescending(silence => silence.EndsAt)
                .Take(limit),
        ];
    }

    private void NoteUnreadable(SilenceList list)
    {
        foreach (var unreadable in list.Unreadable)
            screen.Note($"a silence cannot be read, and keeps nothing quiet: {unreadable}");
    }

    private void Show(List<SilenceLine> lines, DateTimeOffset now, bool asJson)
    {
        if (asJson)
        {
            foreach (var line in lines)
                screen.Raw(JsonSerializer.Serialize(line, SilencingLines.Of.SilenceLine));
            return;
        }

        if (lines.Count == 0)
            screen.Line("no silences");
        else
            SilenceTable.Show(screen, lines, now);
    }
}
