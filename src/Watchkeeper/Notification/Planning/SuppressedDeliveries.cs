using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;

namespace Watchkeeper.Notification.Planning;

/// <summary>Decides what becomes of deliveries that something keeps quiet. Pure.</summary>
public static class SuppressedDeliveries
{
    private const string NotOwed = "not to be told later either";
    private const string NeverReported = "the incident itself was never told to this address";

    /// <summary>
    /// Keeps deliveries back: those that say that something fires until it may be told, the others for good. The end of an
    /// incident is left to <see cref="AfterReports"/>, because whoever was told that it began hears of its end.
    /// </summary>
    internal static NotificationDecision Decide(
        TimelineEntry entry, ImmutableArray<Delivery> deliveries, Func<Delivery, Suppression?> find)
    {
        ImmutableArray<Delivery> decided =
        [
            .. deliveries.Select(delivery => find(delivery) is not { } suppression ? delivery
                : SaysFiring(entry) ? delivery.Hold(suppression, entry.At)
                : delivery.Suppress(suppression, NotOwed)),
        ];
        return new NotificationDecision(NotificationRecord.ReasonOf(decided), entry, decided);
    }

    /// <summary>Whether an entry says that an incident fires, so that it must be told once nothing keeps it quiet.</summary>
    public static bool SaysFiring(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Reaction is null && entry.Transition is Transition.Opened or Transition.Reopened or Transition.Escalated
            or Transition.AnotherAct or Transition.MuteEnded or Transition.Reminded;
    }

    /// <summary>
    /// Whether what was reported before decides about an entry: the end of an incident, or what a person did with it, is for those
    /// who know of the incident.
    /// </summary>
    public static bool DependsOnReports(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Transition is Transition.Resolved or Transition.Acknowledged or Transition.Commented;
    }

    /// <summary>
    /// The decision about an entry that <see cref="DependsOnReports"/>. The end is told wherever the beginning was, whatever keeps
    /// the incident quiet now, so that nobody waits for what is over. Where a message was kept back, nothing more is told.
    /// </summary>
    /// <param name="decision">The decision by silences, other incidents and time intervals alone.</param>
    /// <param name="reports">What was reported of the incident so far.</param>
    public static NotificationDecision AfterReports(NotificationDecision decision, FiringReports reports)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(reports);
        if (decision.Entry is not { } entry || decision.Deliveries.IsEmpty)
            return decision;
        ImmutableArray<Delivery> decided =
        [
            .. decision.Deliveries.Select(delivery => reports.Of(delivery.Channel) switch
            {
                FiringReport.Told when entry.Transition is Transition.Resolved => delivery with
                {
                    Status = DeliveryStatus.Pending,
                    Suppression = null,
                    Detail = "",
                },
                // Its group tells of both, or of neither.
                FiringReport.KeptBack({ IsForOthers: true }) when entry.Transition is Transition.Resolved => delivery,
                FiringReport.KeptBack(var suppression) => delivery.Suppress(suppression, NeverReported),
                _ => delivery,
            }),
        ];
        return decision with { Reason = NotificationRecord.ReasonOf(decided), Deliveries = decided };
    }
}
