using System.Globalization;
using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// An observation changes its slot once, however often and by whichever way it comes. A slot remembers the last
/// <see cref="RecentSignalIds.MaxRecalled"/> of them at least, which is what is promised; one that comes again after more may be
/// counted again, and even then is no transition, unless it is an act of somebody who is not remembered either.
/// </summary>
internal sealed class DuplicatesChangeNothing : Invariant
{
    private readonly Dictionary<string, Dictionary<string, long>> seen = new(StringComparer.Ordinal);

    public override string Name => "I4 duplicates change nothing";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (before is null || !seen.TryGetValue(after.Fingerprint.Text, out var written))
            seen[after.Fingerprint.Text] = written = new Dictionary<string, long>(StringComparer.Ordinal);
        // By what was observed, where the world knows: a signal's id is the product's own.
        var observed = World.Accounts.ById(after.Last.EventId)?.Observation ?? after.Last.SignalId;
        if (written.TryAdd(observed, after.Version))
            return;
        var since = after.Version - written[observed] - 1;
        written[observed] = after.Version;
        var transition = Transitions.Between(before, after);
        var isForgotten = since >= RecentSignalIds.MaxRecalled
            && (transition is Transition.AnotherAct || (transition is Transition.Reopened && after.Incident!.Acts is not null));
        if (transition is not null && !isForgotten)
        {
            Broken($"{after.Last.EventId} came again and made {transition} of {after.Fingerprint}");
        }
        else if (since < RecentSignalIds.MaxRecalled)
        {
            Broken(string.Create(
                CultureInfo.InvariantCulture,
                $"{after.Last.EventId} was taken in again, {since} changes after it had been, as {after.Last.Reason} of "
                    + $"{after.Fingerprint}"));
        }
        else
        {
            World.Totals.BeyondTheRing++;
        }
    }
}
