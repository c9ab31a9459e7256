using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// At rest, no incident made of events has been quiet for longer than the quiet time. Expiry ends nothing else, and nothing
/// sooner.
/// </summary>
internal sealed class QuietEnds : Invariant
{
    // A sweep runs every minute, and the last one may have run just before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Name => "I10 quiet ends";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Last.Reason is not DecisionReason.Expired || before?.Active is not { } lasted)
            return;
        if (!EndsByTime(lasted))
            Broken($"{lasted.Id} is over {lasted.Subject.Kind}, whose source says when it ends, and time ended it");
        else if (World.Agenda.Now - before.NewestAt < World.Configuration.Lifecycle.QuietTime)
            Broken($"{lasted.Id} was ended as quiet, and something happened at {before.NewestAt:O}");
    }

    public override void Rested()
    {
        foreach (var slot in World.Table.ListActive())
        {
            if (EndsByTime(slot.Incident!)
                && World.Agenda.Now - slot.NewestAt > World.Configuration.Lifecycle.QuietTime + Patience)
            {
                Broken($"{slot.Incident!.Id} lasts, and nothing happened since {slot.NewestAt:O}");
            }
        }
    }

    private static bool EndsByTime(Incident incident) =>
        incident.Subject.Kind is SignalKind.Detection or SignalKind.HealthNotification or SignalKind.Insight;
}
