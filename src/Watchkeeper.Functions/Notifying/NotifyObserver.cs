using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>Logs and counts the channels' results.</summary>
public sealed class NotifyObserver(Metrics metrics, ILogger log, TimeProvider time)
{
    /// <summary>
    /// Reports a new timeline entry. Every start and every end of an incident is counted here, whatever caused it.
    /// </summary>
    public void Recorded(TimelineEntry notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Transition is Transition.Opened or Transition.Reopened)
            metrics.IncidentOpened(notice.Incident.Severity);
        if (notice.Transition is Transition.Resolved)
            metrics.IncidentResolved(notice.Incident.Severity);
    }

    /// <summary>Reports the deliveries that were tried.</summary>
    public void Tried(NotifyResult.Tried tried)
    {
        ArgumentNullException.ThrowIfNull(tried);
        var notice = tried.Record.Entry;
        foreach (var delivery in tried.Deliveries)
        {
            metrics.Send(delivery.Channel.Kind, delivery.Status, time.GetUtcNow() - HappenedAt(notice));
            Say(notice, delivery);
        }

        if (!tried.Settled)
            Log.ClaimLost(log, notice.Key, notice.Incident.Id);
    }

    private void Say(TimelineEntry notice, Delivery delivery)
    {
        var (channel, status) = (delivery.Channel.Kind.ToKebabCase(), delivery.Status.ToKebabCase());
        if (delivery.Status is DeliveryStatus.Sent)
            Log.Told(log, channel, notice.Key, notice.Incident.Id, status, delivery.Detail);
        else
            Log.NotTold(log, channel, notice.Key, notice.Incident.Id, status, delivery.Detail);
    }

    private static DateTimeOffset HappenedAt(TimelineEntry notice) => notice.Change?.OccurredAt ?? notice.At;
}
