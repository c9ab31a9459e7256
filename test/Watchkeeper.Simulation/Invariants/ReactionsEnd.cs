using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Every reaction that the ledger calls done was done; the process that started a reaction writes its outcome, or another one
/// after that process ended.
/// </summary>
internal sealed class LedgerIsTrue : Invariant
{
    private readonly Dictionary<(string Incident, string Step), Work?> beginners = [];
    private readonly HashSet<ReactionAction> performed = [];

    public override string Name => "I7 ledger is true";

    public override void Performed(ReactionAction action) => performed.Add(action);

    public override void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        var key = (after.Incident.Id, after.Step);
        if (after.Status is ReactionStatus.Started)
            beginners[key] = World.Actor;
        if (after is { Status: ReactionStatus.Done, Action: { } action }
            && !performed.Contains(action) && !World.Scaling.Shows(action))
        {
            Broken($"{action} is written down as done ({after.Detail}), and is not to be seen");
        }
        // Both clocks may be wrong, hence twice the error.
        if (before is { Status: ReactionStatus.Started, HeldUntil: { } until } && World.Actor != beginners[key]
            && World.Agenda.Now + World.Plan.Odds.Skew + World.Plan.Odds.Skew < until)
        {
            Broken(
                $"{after.Step} of {after.Incident.Id} is held until {until:O}, and another wrote down that it is {after.Status}");
        }
    }
}

/// <summary>
/// The ledger holds each opening, each reopening and each end of a mute that has a reaction once, whatever its outcome; the end
/// of a mute counts unless somebody has acknowledged the incident.
/// </summary>
internal sealed class ReactedToEach : Invariant
{
    private readonly SortedDictionary<string, int> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> givenUp = new(StringComparer.Ordinal);

    public override string Name => "I7 reacted to each";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Active is not { } now)
            return;
        if (before?.Active is { } then && then.Id == now.Id)
        {
            var isUnmuted = then.Mute is not null && now is { Mute: null, Status: IncidentStatus.Open };
            if (!isUnmuted)
                return;
        }

        if (now.Subject.Name.EndsWith("-cpu", StringComparison.Ordinal)
            || now.Subject.Name.EndsWith("-status", StringComparison.Ordinal))
        {
            begun[now.Id] = begun.GetValueOrDefault(now.Id) + 1;
        }
    }

    public override void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
        if (function is FunctionName.ReactFunction)
        {
            givenUp.UnionWith(
                batch.Select(entry => entry.Change.Change).OfType<SlotChanged>().Select(change => change.After.Incident!.Id));
        }
    }

    public override void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        if (before is null)
            rows[after.Incident.Id] = rows.GetValueOrDefault(after.Incident.Id) + 1;
    }

    public override void Rested()
    {
        var isOff = World.Configuration.Reactions.Mode is ReactionMode.Off;
        foreach (var (incident, times) in begun)
        {
            var expected = isOff ? 0 : times;
            var known = rows.GetValueOrDefault(incident);
            if (known != expected && !(known < expected && givenUp.Contains(incident)))
            {
                Broken(FormattableString.Invariant(
                    $"{incident} began, came back or was muted no more {times} times, and {known} reactions are in the ledger"));
            }
        }
    }
}
