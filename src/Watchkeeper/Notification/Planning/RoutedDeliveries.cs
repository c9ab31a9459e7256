using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>Finds the deliveries of a notifiable entry: labels → routes → receivers → channels, each address once.</summary>
internal static class RoutedDeliveries
{
    public static NotificationDecision Decide(Incident incident, TimelineEntry entry, WatchkeeperConfiguration configuration)
    {
        var names = configuration.Route.Match(IncidentLabels.From(incident));
        if (names.IsEmpty)
            return NotificationDecision.Nobody(NotificationReason.Unrouted, entry);
        var receivers = names.Select(name => configuration.Receivers.GetValueOrDefault(name)).OfType<Receiver>().ToList();
        if (receivers.Count == 0)
            return NotificationDecision.Nobody(NotificationReason.UnknownReceiver, entry);
        var channels = receivers
            .SelectMany(receiver => receiver.Channels, (receiver, channel) => (Receiver: receiver, Channel: channel))
            .ToList();
        if (channels.Count == 0)
            return NotificationDecision.Nobody(NotificationReason.NoChannels, entry);
        ImmutableArray<Delivery> deliveries =
        [
            .. channels.Where(way => entry.Transition is not Transition.Resolved || way.Channel.SendResolved)
                .DistinctBy(way => (way.Channel.Kind, way.Channel.Address))
                .Select(way => Delivery.To(way.Receiver, way.Channel)),
        ];
        return deliveries.IsEmpty
            ? NotificationDecision.Nobody(NotificationReason.ResolvedNotWanted, entry)
            : new NotificationDecision(NotificationReason.Notify, entry, deliveries);
    }
}
