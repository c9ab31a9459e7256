using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>What only time can end has ended: at rest no incident made of occurrences has been quiet for longer than the quiet time.</summary>
internal sealed class QuietEnds : Invariant
{
    // A sweep comes every minute; the last one may not have come to it yet.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Name => "I10 quiet ends";

    public override void Rested()
    {
        foreach (var slot in World.Table.ListActive())
        {
            if (slot.Incident!.Subject.Kind is SignalKind.Detection or SignalKind.HealthNotification
                && World.Agenda.Now - slot.NewestAt > World.Configuration.Lifecycle.QuietTime + Patience)
                Broken($"{slot.Incident.Id} lasts, and nothing happened since {slot.NewestAt:O}");
        }
    }
}
