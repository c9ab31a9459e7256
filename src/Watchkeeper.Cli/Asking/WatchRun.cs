using System.Text.Json;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>
/// <c>incidents --watch</c>: prints what changes. It follows the timelines, entry by entry, so that two changes between two looks
/// are two lines, whatever the clocks of source and caller say.
/// </summary>
internal sealed class WatchRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int PageSize = 500;
    private const int EntriesAtOnce = 50;

    // An end is listed by the source's clock, which may differ from ours.
    private static readonly TimeSpan EndedAround = TimeSpan.FromDays(1);

    // The key of the last entry that was shown, or was there at the start.
    private readonly Dictionary<string, string> shownUpTo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> active = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, DateTimeOffset? End)> ended = [];
    private readonly SortedDictionary<string, int> sums = new(StringComparer.Ordinal);
    private DateTimeOffset newestAtStart = DateTimeOffset.MinValue;
    private MatcherSet filter = new([]);

    /// <summary>Watches until Ctrl-C.</summary>
    public async Task<Answer> RunAsync(MatcherSet matchers, TimeSpan every, bool asJson, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            var count = await BeginAsync(matchers, cancellationToken);
            screen.Note($"{count} active incidents; looking every {Moment.Span(every)}; Ctrl-C ends");
            while (true)
            {
                await Task.Delay(every, time, cancellationToken);
                foreach (var change in await LookAsync(cancellationToken))
                    Show(change, asJson);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var changes = sums.Count == 0 ? "no change" : string.Join(", ", sums.Select(each => $"{each.Value} {each.Key}"));
            var sum = $"watched {Moment.Span(time.GetElapsedTime(began))}: {changes}";
            if (asJson)
                screen.Note(sum);
            else
                screen.Line(sum);
        }

        return Answer.Yes;
    }

    /// <summary>Takes in what is there, without printing it; returns the number of active incidents.</summary>
    internal async Task<int> BeginAsync(MatcherSet matchers, CancellationToken cancellationToken)
    {
        filter = matchers;
        var (snapshots, recent) = (await ActiveAsync(cancellationToken), await EndedAsync(cancellationToken));
        foreach (var snapshot in snapshots)
        {
            active[snapshot.Incident.Id] = snapshot.LastChange;
            var (newest, _) = await store.Queries.ReadTimelineAsync(snapshot.Incident.Id, 1, null, cancellationToken);
            shownUpTo[snapshot.Incident.Id] = newest.IsEmpty ? "" : newest[0].Entry.Key;
        }

        foreach (var snapshot in recent)
            ended.Add((snapshot.Incident.Id, snapshot.Incident.ResolvedAt));
        newestAtStart = snapshots.Concat(recent).Select(each => each.LastChange).DefaultIfEmpty(newestAtStart).Max();
        return snapshots.Count(IsWanted);
    }

    /// <summary>What changed since the last look, oldest first.</summary>
    internal async Task<List<WatchedChange>> LookAsync(CancellationToken cancellationToken)
    {
        var changes = new List<NotificationRecord>();
        var now = await ActiveAsync(cancellationToken);
        var recent = await EndedAsync(cancellationToken);
        var nowActive = now.Select(each => each.Incident.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var snapshot in now.Where(each =>
            !active.TryGetValue(each.Incident.Id, out var seen) || seen < each.LastChange))
        {
            var newest = await ReadAsync(snapshot.Incident.Id, changes, cancellationToken);
            // The timeline is written a moment after the incident. What it does not show yet, the next look shows.
            active[snapshot.Incident.Id] = newest ?? active.GetValueOrDefault(snapshot.Incident.Id);
        }

        foreach (var id in active.Keys.Where(id => !nowActive.Contains(id)).ToList())
        {
            await ReadAsync(id, changes, cancellationToken);
            if (changes.Exists(each => each.Entry.Incident.Id == id && each.Entry.Transition is Transition.Resolved))
                active.Remove(id);
        }

        // What opened and ended between two looks was never seen active.
        foreach (var snapshot in recent.Where(each => ended.Add((each.Incident.Id, each.Incident.ResolvedAt))))
        {
            if (!active.ContainsKey(snapshot.Incident.Id))
                await ReadAsync(snapshot.Incident.Id, changes, cancellationToken);
        }

        return [.. changes.Where(IsWanted).OrderBy(record => record.Entry.At).Select(ChangeOf)];
    }

    // Adds the entries since the last look; returns when the newest of all entries was recorded.
    private async Task<DateTimeOffset?> ReadAsync(
        string id, List<NotificationRecord> changes, CancellationToken cancellationToken)
    {
        var last = shownUpTo.GetValueOrDefault(id);
        var (found, newest) = (new List<NotificationRecord>(), (DateTimeOffset?)null);
        await foreach (var record in store.Queries.StreamTimelineAsync(id, EntriesAtOnce, null, cancellationToken))
        {
            newest ??= record.Entry.At;
            if (!IsFresh(record, last))
                break;
            found.Add(record);
        }

        if (found.Count > 0)
            shownUpTo[id] = found[0].Entry.Key;
        changes.AddRange(found);
        return newest;
    }

    private bool IsFresh(NotificationRecord record, string? last) => last is null
        ? record.Entry.At > newestAtStart
        : string.CompareOrdinal(record.Entry.Key, last) > 0;

    private bool IsWanted(IncidentSnapshot snapshot) => filter.Matches(IncidentLabels.From(snapshot.Incident));

    private bool IsWanted(NotificationRecord record) =>
        record.Entry.Transition is not null && filter.Matches(IncidentLabels.From(record.Entry.Incident));

    private async Task<List<IncidentSnapshot>> ActiveAsync(CancellationToken cancellationToken)
    {
        var (found, token) = (new List<IncidentSnapshot>(), (string?)null);
        do
        {
            var page = await store.Queries.ListAsync(new IncidentQuestion.Active(), PageSize, token, cancellationToken);
            found.AddRange(page.Incidents);
            token = page.Next;
        }
        while (token is not null);
        return found;
    }

    private async Task<IEnumerable<IncidentSnapshot>> EndedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var question = new IncidentQuestion.Ended(now - EndedAround, now + EndedAround);
        return (await store.Queries.ListAsync(question, PageSize, null, cancellationToken)).Incidents;
    }

    private void Show(WatchedChange change, bool asJson)
    {
        sums[change.Change] = sums.GetValueOrDefault(change.Change) + 1;
        if (asJson)
        {
            screen.Raw(JsonSerializer.Serialize(change, JsonLines.Of.WatchedChange));
            return;
        }

        var words = change.Change is "acknowledged" or "commented" or "ended" && change.Description.Length > 0
            ? $" ({OperatorText.Of(change.Decision, change.Description, change.Account)})"
            : "";
        var head = $"{Moment.Full(change.At)}  {change.Change,-12}  {change.Severity.ToUpperInvariant(),-8}";
        screen.Line($"{head}  {change.Incident}  {change.Title}{words}");
    }

    private static WatchedChange ChangeOf(NotificationRecord record)
    {
        var (entry, incident) = (record.Entry, record.Entry.Incident);
        return new WatchedChange
        {
            At = entry.At,
            Change = entry.Transition is Transition.Resolved ? "ended" : entry.Transition!.Value.ToKebabCase(),
            Decision = entry.Change?.Reason.ToKebabCase(),
            Description = entry.Change?.Description ?? "",
            Incident = incident.Id,
            Severity = incident.Severity.ToKebabCase(),
            Status = incident.Status.ToKebabCase(),
            Account = incident.Subject.Account,
            Title = incident.Subject.Title,
        };
    }
}
