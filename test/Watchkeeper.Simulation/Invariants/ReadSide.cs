using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Tables;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A promise about the answers of the read side, checked at rest. Of the changes that the stream gave up, those are mended that a
/// slot still shows: the opening and the last change of an active incident, and of an ended one whose slot another has taken.
/// </summary>
internal abstract class ReadSide : Invariant
{
    private readonly Dictionary<string, Slot> lostEvents = new(StringComparer.Ordinal);
    private readonly HashSet<string> lostIncidents = new(StringComparer.Ordinal);

    protected IncidentQueries Queries => new(
        new RowsInHand(World.Table), new SimulatedTime(World.Agenda, static () => TimeSpan.Zero, static () => true));

    public override void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
        if (function is not FunctionName.NotifyFunction)
            return;
        foreach (var slot in batch.Select(entry => entry.Change.Change).OfType<SlotChanged>().Select(change => change.After))
        {
            lostEvents[slot.Last.EventId] = slot;
            if (slot.Incident is { } incident)
                lostIncidents.Add(incident.Id);
        }
    }

    public override void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named)
    {
        if (function is not FunctionName.NotifyFunction)
            return;
        foreach (var change in batch.TakeWhile(entry => !named.Contains(entry.SequenceNumber))
            .Select(entry => entry.Change.Change).OfType<SlotChanged>())
        {
            if (change.Before is { Incident: { IsActive: false } ended } before && change.After.Incident?.Id != ended.Id)
                MustBeMended(ended, before);
        }
    }

    /// <summary>
    /// Whether a change of this incident was lost of which nothing remains to mend it by: it ended, and nothing came after it.
    /// </summary>
    protected bool IsIncidentLost(string id) =>
        lostIncidents.Contains(id) && World.Table.ListActive().All(slot => slot.Incident!.Id != id);

    /// <summary>Whether the change by this event was lost, and another change has taken its place in the slot.</summary>
    protected bool IsEventLost(string id) =>
        lostEvents.TryGetValue(id, out var lost)
        && World.Table.ListActive().All(slot => slot.Fingerprint != lost.Fingerprint || slot.Version != lost.Version);

    private void MustBeMended(Incident ended, Slot before)
    {
        lostIncidents.Remove(ended.Id);
        if (Transitions.By(before.Last.Reason) is Transition.Resolved)
            lostEvents.Remove(before.Last.EventId);
    }

    /// <summary>All pages of a list.</summary>
    protected List<IncidentSnapshot> All(IncidentQuestion question, int size)
    {
        var all = new List<IncidentSnapshot>();
        string? next = null;
        do
        {
            var page = Queries.ListAsync(question, size, next, CancellationToken.None).GetAwaiter().GetResult();
            all.AddRange(page.Incidents);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }
}
