using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>Logs and counts the channels' results.</summary>
internal sealed class NotifyObserver(Metrics metrics, ILogger log, TimeProvider time)
{
    /// <summary>
    /// Reports a new timeline entry. Every start and every end of an incident is counted here, whatever caused it.
    /// </summary>
    public void Recorded(TimelineEntry entry)
    {
        if (entry.Transition is Transition.Opened or Transition.Reopened)
            metrics.IncidentOpened(entry.Incident.Severity);
        if (entry.Transition is Transition.Resolved)
            metrics.IncidentResolved(entry.Incident.Severity);
    }

    /// <summary>Reports the deliveries that were tried.</summary>
    public void Tried(NotifyResult.Tried tried)
    {
        var entry = tried.Record.Entry;
        foreach (var delivery in tried.Deliveries)
        {
            metrics.Send(
                delivery.Channel.Kind, delivery.Status, delivery.Suppression is null ? time.GetUtcNow() - HappenedAt(entry) : null);
            Say(entry, delivery);
        }

        if (!tried.Settled)
            Log.ClaimLost(log, entry.Key, entry.Incident.Id);
    }

    private void Say(TimelineEntry entry, Delivery delivery)
    {
        var (channel, status) = (delivery.Channel.Kind.ToKebabCase(), delivery.Status.ToKebabCase());
        if (delivery.Status is DeliveryStatus.Sent)
            Log.Delivered(log, channel, entry.Key, entry.Incident.Id, status, delivery.Detail);
        else
            Log.NotDelivered(log, channel, entry.Key, entry.Incident.Id, status, delivery.Detail);
    }

    private static DateTimeOffset HappenedAt(TimelineEntry entry) => entry.Change?.OccurredAt ?? entry.At;
}
