using System.Globalization;
using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// An observation changes its slot once, however often and by whichever route it arrives. A slot promises to remember the last
/// <see cref="RecentSignalIds.MaxRecalled"/> signal ids; an older duplicate may be counted again, but is no transition unless its
/// actor is forgotten too, as every actor is when another incident has begun.
/// </summary>
internal sealed class DuplicatesChangeNothing : Invariant
{
    private readonly Dictionary<string, Dictionary<string, (long Version, string Incident)>> seen = new(StringComparer.Ordinal);

    public override string Name => "I4 duplicates change nothing";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (before is null || !seen.TryGetValue(after.Fingerprint.Text, out var written))
            seen[after.Fingerprint.Text] = written = new(StringComparer.Ordinal);
        // By the observation if the world knows it: signal ids are the product's own.
        var observed = World.Accounts.ById(after.Last.EventId)?.Observation ?? after.Last.SignalId;
        var now = (after.Version, after.Incident?.Id ?? "");
        if (written.TryAdd(observed, now))
            return;
        var (version, incident) = written[observed];
        var since = after.Version - version - 1;
        written[observed] = now;
        var transition = Transitions.Between(before, after);
        var isForgotten = since >= RecentSignalIds.MaxRecalled
            && (transition is Transition.AnotherAct
                || (transition is Transition.Escalated && after.Incident!.Id != incident)
                || (transition is Transition.Reopened && after.Incident!.Acts is not null));
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
