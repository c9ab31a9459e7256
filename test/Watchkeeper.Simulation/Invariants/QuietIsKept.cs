using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Nobody is told that something fires which a silence or a window has kept quiet all the time that it takes to decide and to
/// write, by a process that could look.
/// </summary>
internal sealed class QuietIsKept : Invariant
{
    // The time limit of a process, and the ages of what it remembers.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(135);

    // Silences that cannot be read keep nothing quiet, so that no message waits for them.
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    public override string Name => "I14 quiet is kept";

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is not null || !SuppressedDeliveries.SaysFiring(after.Entry)
            || World.Actor is not { IsHurt: false, Sandbox: { } process })
        {
            return;
        }

        var skew = World.Plan.Odds.Skew;
        var (from, until) = (World.Agenda.Now - Slack - skew, World.Agenda.Now + skew);
        var incident = after.Entry.Incident;
        foreach (var delivery in after.Deliveries.Where(delivery => delivery.IsToSend))
        {
            if (!(World.Agenda.Now - process.HurtAt < Recovery)
                && World.Silencers.KeepsAllTheTime(IncidentLabels.From(incident), from, until) is { } silence)
            {
                Broken($"{incident.Id} {after.Entry.Key} is told by {delivery.Channel.Kind}, and {silence.Id} keeps it quiet");
            }

            // Whoever hears of severe incidents by mail does so by one route alone.
            if (delivery.Channel.Kind is ChannelKind.Mail && incident.Severity >= Severity.High
                && KeptBackForAReason.Minutes(from, until).All(time => KeptBackForAReason.IsMuted(process.Known.Configuration, time)
                    && KeptBackForAReason.IsMuted(process.Known.Former, time)))
            {
                Broken($"{incident.Id} {after.Entry.Key} is told by {delivery.Channel.Kind} inside a window");
            }
        }
    }
}
