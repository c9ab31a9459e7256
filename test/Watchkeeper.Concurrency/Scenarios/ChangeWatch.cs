using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using static Watchkeeper.Concurrency.Scenarios.BreachException;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Observes each change of the stores as it happens, and checks it against the promises.</summary>
internal sealed class ChangeWatch
{
    private readonly HashSet<string> recorded = new(StringComparer.Ordinal);
    private readonly HashSet<(string Incident, string Step)> steps = [];

    private BreachException? breach;

    /// <summary>All changes in order, like the stream.</summary>
    public ImmutableArray<StoreChange> Changes { get; private set; } = [];

    /// <summary>
    /// Throws if a promise was broken. The code that writes cannot throw it, because it may continue after a row that fails.
    /// </summary>
    public void ThrowIfBroken()
    {
        if (breach is not null)
            throw breach;
    }

    public void Written(StoreChange change)
    {
        Changes = Changes.Add(change);
        try
        {
            Check(change);
        }
        catch (BreachException broken)
        {
            breach ??= broken;
        }
    }

    private void Check(StoreChange change)
    {
        if (change is SlotChanged slot)
            SlotChanged(slot.Before, slot.After);
        else if (change is ReactionChanged { Before: null } reaction)
            Reserved(reaction.After);
        else if (change is ReactionChanged finished)
            ThrowUnless(finished.Before!.Status is ReactionStatus.Started, $"{finished.After.Step} was finished twice");
    }

    private void SlotChanged(Slot? before, Slot after)
    {
        ThrowUnless(
            after.Version == (before?.Version ?? 0) + 1, $"version {before?.Version} was followed by version {after.Version}");
        ThrowUnless(
            SignalOrder.IsNewer(SignalNature.Event, after.NewestAt, after.NewestId, before ?? after),
            $"{after.NewestAt:O} came in place of the newer {before?.NewestAt:O}");
        ThrowUnless(
            before?.Active is not { } lasting || after.Incident?.Id == lasting.Id,
            $"{after.Incident?.Id} began while {before?.Active?.Id} was open");
        ThrowUnless(recorded.Add(after.Last.SignalId), $"{after.Last.Reason}: signal {after.Last.SignalId} was recorded twice");
    }

    private void Reserved(ReactionRecord record) =>
        ThrowUnless(steps.Add((record.Incident.Id, record.Step)), $"{record.Step} of {record.Incident.Id} was reserved twice");
}
