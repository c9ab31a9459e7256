using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary><c>silence preview</c>: what a silence would keep quiet now, and would have kept quiet in the last days.</summary>
internal sealed class PreviewRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int AtOnce = 8;

    /// <summary>Prints the preview.</summary>
    /// <param name="texts">The matchers.</param>
    /// <param name="days">How many days to look back.</param>
    /// <param name="asJson">Whether as one JSON object.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    public async Task<Answer> RunAsync(
        ImmutableArray<string> texts, int days, bool asJson, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var read = SilenceMatchers.Read(texts);
        SilenceProblemText.Note(screen, [.. read.Problems, .. read.Warnings]);
        if (!read.Problems.IsEmpty)
            return Answer.Unclear;
        if (read.FindEverything() is not null)
            screen.Note("these matchers match every incident, or nearly: silence add takes them only with --everything");
        var active = await IncidentSample.ReadActiveAsync(store.Queries, cancellationToken);
        var ended = await IncidentSample.ReadEndedAsync(store.Queries, now, days, cancellationToken);
        var matching = active.Matching(read.Matchers).ToList();
        var (quiet, sent, isWhole) = await LookBackAsync(read.Matchers, active, ended, now.AddDays(-days), cancellationToken);
        var line = new PreviewLine
        {
            Matchers = [.. read.Matchers.Select(matcher => matcher.ToString())],
            Active = active.Incidents.Length,
            Matched = matching.Count,
            Incidents = QuietIncidents.First(matching),
            Days = days,
            Recent = active.Incidents.Length + ended.Incidents.Length,
            RecentMatched = quiet,
            Messages = sent.Count,
            Channels = sent.CountBy(kind => kind.ToKebabCase(), StringComparer.Ordinal)
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            IsComplete = active.IsComplete && ended.IsComplete && isWhole,
        };
        if (asJson)
            screen.Raw(JsonSerializer.Serialize(line, SilencingLines.Of.PreviewLine));
        else
            Show(line, active);
        foreach (var doubt in MatcherDoubts.Of(read.Matchers, [.. active.Labels, .. ended.Labels], days))
            screen.Note(doubt);
        return Answer.Yes;
    }

    private async Task<(int Quiet, List<ChannelKind> Sent, bool IsWhole)> LookBackAsync(
        ImmutableArray<Matcher> matchers, IncidentSample active, IncidentSample ended, DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var messages = new SentMessages(store.Queries, matchers, since);
        var candidates = active.Incidents.Concat(ended.Incidents).Zip(active.Labels.Concat(ended.Labels))
            .Where(pair => messages.MayHaveMatched(pair.Second)).Select(pair => pair.First)
            .Take(IncidentSample.MaxEnded + 1).ToList();
        var (quiet, sent) = (0, new List<ChannelKind>());
        foreach (var chunk in candidates.Take(IncidentSample.MaxEnded).Chunk(AtOnce))
        {
            var found = await Task.WhenAll(chunk.Select(each => messages.ReadAsync(each, cancellationToken)));
            foreach (var kinds in found.OfType<IReadOnlyList<ChannelKind>>())
            {
                quiet++;
                sent.AddRange(kinds);
            }
        }

        return (quiet, sent, candidates.Count <= IncidentSample.MaxEnded);
    }

    private void Show(PreviewLine line, IncidentSample active)
    {
        QuietIncidents.Show(screen, "would be quiet now", line.Incidents, line.Matched, active);
        var channels = line.Channels.IsEmpty
            ? ""
            : $" ({string.Join(", ", line.Channels.Select(each => $"{Number(each.Value)} {each.Key}"))})";
        screen.Line(
            $"in the last {Number(line.Days)} days: {Number(line.RecentMatched)} of {Number(line.Recent)} incidents, and "
            + $"{Number(line.Messages)} messages{channels} would not have been sent");
        if (!line.IsComplete)
            screen.Line("at least: there are more incidents than were looked at");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
