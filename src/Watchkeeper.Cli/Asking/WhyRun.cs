using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>why</c>: explains what became of an event, or why an incident was reported or is quiet.</summary>
internal sealed class WhyRun
{
    private const string IncidentPrefix = "inc-";
    private const int EntriesAtOnce = 200;

    // A chattier incident is explained by its newest entries.
    private const int MaxEntries = 10_000;

    private readonly IIncidentStore store;
    private readonly Screen screen;
    private readonly DecidingVersions versions;
    private readonly DecidingRoutes routes;

    /// <summary>Explains from a store.</summary>
    /// <param name="store">The incidents, what became of the events, and the versions in force.</param>
    /// <param name="screen">Takes the explanation.</param>
    public WhyRun(IIncidentStore store, Screen screen)
    {
        this.store = store;
        this.screen = screen;
        versions = new DecidingVersions(store.Configurations);
        routes = new DecidingRoutes(versions, store.Configurations);
    }

    /// <summary>Explains.</summary>
    /// <exception cref="AskException">The id is empty, or several incidents begin with it.</exception>
    public async Task<Answer> RunAsync(string id, bool asJson, CancellationToken cancellationToken)
    {
        var asked = id.Trim();
        if (asked.Length == 0)
            throw new AskException("why needs the id of an event or an incident.");
        if (!asked.StartsWith(IncidentPrefix, StringComparison.OrdinalIgnoreCase)
            && await TraceAsync(asked, cancellationToken) is { } trace)
        {
            var report = await ExplainAsync(trace, cancellationToken);
            if (asJson)
                screen.Raw(JsonSerializer.Serialize(report, JsonLines.Of.WhyEvent));
            else
                new WhyText(screen).Show(report);
            return Answer.Yes;
        }

        if (await FindAsync(asked, cancellationToken) is { } snapshot)
        {
            var report = await ExplainAsync(snapshot, cancellationToken);
            if (asJson)
                screen.Raw(JsonSerializer.Serialize(report, JsonLines.Of.WhyIncident));
            else
                new WhyText(screen).Show(report);
            return Answer.Yes;
        }

        screen.Note($"no event of that id in the last 8 days, and no incident: «{IncidentFinder.Shown(asked)}»");
        return Answer.No;
    }

    private async Task<EventTrace?> TraceAsync(string id, CancellationToken cancellationToken)
    {
        // Sources write ids in lower case; people copy them from where they are not.
        foreach (var spelled in new[] { id, id.ToLowerInvariant() }.Distinct(StringComparer.Ordinal))
        {
            if (await store.Queries.TraceAsync(spelled, cancellationToken) is { IsEmpty: false } trace)
                return trace;
        }

        return null;
    }

    // What is no incident's id may still have been an event's.
    private async Task<IncidentSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.Queries.FindAsync(id, cancellationToken) switch
        {
            IncidentLookup.Found found => found.Snapshot,
            IncidentLookup.Ambiguous several => throw new AmbiguousIdException(id, several.Candidates),
            _ => null,
        };

    private async Task<WhyEvent> ExplainAsync(EventTrace trace, CancellationToken cancellationToken)
    {
        // The same event once more is no part of it.
        var known = trace.Entries.Select(record => record.Entry.Change?.SignalId).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var isAgain = (EventRecord record) => record.Reason == DecisionReason.Duplicate.ToKebabCase()
            && record.Signal is { } signal && known.Contains(signal.Id);
        var inForce = await store.ReadConfigurationsAsync(cancellationToken);
        var parts = ImmutableArray.CreateBuilder<WhyPart>();
        foreach (var record in trace.Entries)
        {
            parts.Add(WhyParts.From(
                record, await NowAsync(record.Entry.Incident.Id, cancellationToken),
                await store.Queries.ReadReactionsAsync(record.Entry.Incident.Id, cancellationToken),
                await RoutesAsync(record, cancellationToken), inForce));
        }

        foreach (var record in trace.Records.Where(record => !isAgain(record)))
            parts.Add(WhyParts.From(record, await NowAsync(record.Incident, cancellationToken), inForce));
        for (var at = 0; at < parts.Count; at++)
            parts[at] = await WithVersionAsync(parts[at], cancellationToken);
        return new WhyEvent
        {
            Event = trace.EventId,
            End = WhyEnd.From(EventEnd.For(trace)!),
            DeliveredAgain = trace.Records.Where(isAgain).Sum(record => record.Times)
                + trace.Records.Where(record => !isAgain(record)).Sum(record => record.Times - 1),
            Parts = parts.ToImmutable(),
        };
    }

    private async Task<WhyIncident> ExplainAsync(IncidentSnapshot snapshot, CancellationToken cancellationToken)
    {
        var incident = snapshot.Incident;
        var now = IncidentLine.From(snapshot, await QuietText.OfAsync(store.Queries, incident, cancellationToken));
        var reactions = await store.Queries.ReadReactionsAsync(incident.Id, cancellationToken);
        var entries = await store.Queries.StreamTimelineAsync(incident.Id, EntriesAtOnce, null, cancellationToken)
            .Take(MaxEntries).ToListAsync(cancellationToken);
        var last = entries.Find(record => !record.Deliveries.IsEmpty);
        var inForce = await store.ReadConfigurationsAsync(cancellationToken);
        return new WhyIncident
        {
            Incident = now,
            LastNotified = last is null
                ? null
                : await WithVersionAsync(
                    WhyParts.From(last, now, reactions, await RoutesAsync(last, cancellationToken), inForce), cancellationToken),
            Quiet =
            [
                .. entries.Where(record => record.Deliveries.IsEmpty)
                    .GroupBy(record => record.Reason ?? NotificationReason.NothingNew)
                    .OrderBy(group => group.Key)
                    .Select(group => new WhyQuiet(
                        group.Key.ToKebabCase(), Meaning.Of(group.Key), group.Count(), group.Max(record => record.Entry.At))),
            ],
            Reactions = [.. reactions.Select(each => ReactionLine.From(each.Reaction, each.Message))],
        };
    }

    private async Task<WhyPart> WithVersionAsync(WhyPart part, CancellationToken cancellationToken) => part with
    {
        ConfigurationVersion = await versions.FindAsync(part.Configuration, part.DecidedAt, cancellationToken),
    };

    private Task<VersionedRoutes?> RoutesAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        routes.FindAsync(record, cancellationToken);

    private async Task<IncidentLine?> NowAsync(string? incidentId, CancellationToken cancellationToken) =>
        incidentId is not null
        && await store.Queries.FindAsync(incidentId, cancellationToken) is IncidentLookup.Found { Snapshot: var snapshot }
            ? IncidentLine.From(snapshot, await QuietText.OfAsync(store.Queries, snapshot.Incident, cancellationToken))
            : null;
}
