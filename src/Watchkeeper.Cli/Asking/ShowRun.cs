using System.Text.Json;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>incident ID</c>: prints one incident with its timeline and its reactions.</summary>
internal sealed class ShowRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    // More entries than this are not counted.
    private const int MaxCounted = 10_000;

    /// <summary>Prints the incident.</summary>
    /// <exception cref="AskException">The id is none, or not whole enough.</exception>
    public async Task<Answer> RunAsync(string id, int entries, bool asJson, CancellationToken cancellationToken)
    {
        if (await IncidentFinder.FindAsync(store.Queries, id, cancellationToken) is not { } snapshot)
        {
            screen.Note($"There is no incident «{IncidentFinder.Shown(id)}», or it has expired.");
            return Answer.No;
        }

        var incident = snapshot.Incident;
        var (timeline, hasMore) = await store.Queries.ReadTimelineAsync(incident.Id, entries, null, cancellationToken);
        var reactions = await store.Queries.ReadReactionsAsync(incident.Id, cancellationToken);
        var report = new IncidentReport
        {
            Incident = IncidentLine.From(snapshot, await QuietText.OfAsync(store.Queries, incident, cancellationToken)),
            Timeline = [.. timeline.Select(TimelineLine.From)],
            MoreEntries = hasMore ? await CountAsync(incident.Id, timeline[^1].Entry.Key, cancellationToken) : 0,
            Reactions = [.. reactions.Select(each => ReactionLine.From(each.Reaction, each.Message))],
        };
        if (asJson)
            screen.Raw(JsonSerializer.Serialize(report, JsonLines.Of.IncidentReport));
        else
            new IncidentText(screen, time.GetUtcNow()).Show(report, entries);
        return Answer.Yes;
    }

    private async Task<int> CountAsync(string incidentId, string after, CancellationToken cancellationToken)
    {
        var (count, more, last) = (0, true, after);
        while (more && count < MaxCounted)
        {
            var (page, hasMore) = await store.Queries.ReadTimelineAsync(incidentId, 500, last, cancellationToken);
            count += page.Length;
            more = hasMore && page.Length > 0;
            last = page.Length > 0 ? page[^1].Entry.Key : last;
        }

        return count;
    }
}
