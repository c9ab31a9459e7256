using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Tables;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A promise about the answers of the read side, checked at rest. Changes that the stream lost for good are excused: nothing is
/// written of what no process was told.
/// </summary>
internal abstract class ReadSide : Invariant
{
    private readonly HashSet<string> lost = new(StringComparer.Ordinal);

    /// <summary>Whether a change was lost of which nobody can say what it was.</summary>
    protected bool IsBlind { get; private set; }

    protected IncidentQueries Queries => new(
        new RowsInHand(World.Table), new SimulatedTime(World.Agenda, static () => TimeSpan.Zero, static () => true));

    public override void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named) =>
        IsBlind |= function is FunctionName.NotifyFunction && batch.Any(entry => entry.Change.Change is null);

    public override void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
        if (function is not FunctionName.NotifyFunction)
            return;
        foreach (var slot in batch.Select(entry => entry.Change.Change).OfType<SlotChanged>().Select(change => change.After))
        {
            lost.Add(slot.Last.EventId);
            if (slot.Incident is { } incident)
                lost.Add(incident.Id);
        }
    }

    /// <summary>Whether a change of this incident, or by this event, was lost.</summary>
    protected bool IsLost(string id) => lost.Contains(id);

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
