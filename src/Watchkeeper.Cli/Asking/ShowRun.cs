using System.Text.Json;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>incident ID</c>: prints one incident with its timeline and its reactions.</summary>
internal sealed class ShowRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    // More entries than this are not counted.
    private const int MaxCounted = 10_000;
    private const int CountedAtOnce = 500;

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
        var silenceEnds = await store.Queries.ReadSilenceEndsAsync(incident.Id, cancellationToken);
        var report = new IncidentReport
        {
            Incident = IncidentLine.From(snapshot, await QuietText.OfAsync(store.Queries, incident, cancellationToken)),
            Timeline =
            [
                .. timeline.Concat(silenceEnds.Where(end => !hasMore || end.Entry.At >= timeline[^1].Entry.At))
                    .OrderByDescending(record => record.Entry.At).Select(TimelineLine.From),
            ],
            MoreEntries = hasMore
                ? await store.Queries.StreamTimelineAsync(incident.Id, CountedAtOnce, timeline[^1].Entry.Key, cancellationToken)
                    .Take(MaxCounted).CountAsync(cancellationToken)
                : 0,
            Reactions = [.. reactions.Select(each => ReactionLine.From(each.Reaction, each.Message))],
        };
        if (asJson)
            screen.Raw(JsonSerializer.Serialize(report, JsonLines.Of.IncidentReport));
        else
            new IncidentText(screen, time.GetUtcNow()).Show(report, entries);
        return Answer.Yes;
    }
}
