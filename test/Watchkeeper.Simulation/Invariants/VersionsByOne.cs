using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Each change of a slot increments the stored version by one, and no signal is missing from an incident's count.
/// </summary>
internal sealed class VersionsByOne : Invariant
{
    public override string Name => "I3 versions by one";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Version != (before?.Version ?? 0) + 1)
        {
            Broken(FormattableString.Invariant(
                $"version {before?.Version ?? 0} of {after.Fingerprint} was followed by {after.Version}"));
        }
        if (before?.Incident is { } was && after.Incident is { } now && was.Id == now.Id)
        {
            var more = after.Last.Reason is DecisionReason.Opened or DecisionReason.Reopened or DecisionReason.Repeated
                or DecisionReason.Escalated or DecisionReason.Resolved or DecisionReason.Late or DecisionReason.AnotherAct
                || (after.Last.Reason is DecisionReason.SourceGone or DecisionReason.MuteEnded
                    && World.Accounts.ById(after.Last.EventId) is not null)
                ? 1 : 0;
            if (now.Signals != was.Signals + more)
            {
                Broken(FormattableString.Invariant(
                    $"{now.Id} had {was.Signals} signals, and {now.Signals} after {after.Last.Reason}"));
            }
        }
    }
}
