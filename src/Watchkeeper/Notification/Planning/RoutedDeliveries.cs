using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>Finds the deliveries of a notifiable entry: labels → routes → receivers → channels, each address once.</summary>
internal static class RoutedDeliveries
{
    public static NotificationDecision Decide(
        Incident incident, TimelineEntry entry, WatchkeeperConfiguration configuration, SuppressionView view)
    {
        var takers = configuration.Route.Takers(IncidentLabels.From(incident));
        if (takers.IsEmpty)
            return NotificationDecision.Nobody(NotificationReason.Unrouted, entry);
        if (!takers.Any(taker => configuration.Receivers.ContainsKey(taker.Receiver)))
            return NotificationDecision.Nobody(NotificationReason.UnknownReceiver, entry);
        var channels = Ways(takers, configuration).ToList();
        if (channels.Count == 0)
            return NotificationDecision.Nobody(NotificationReason.NoChannels, entry);
        var step = entry.Transition is Transition.Reminded
            ? configuration.RemindersOf(IncidentLabels.From(incident))?.Every
            : null;
        ImmutableArray<Delivery> deliveries =
        [
            .. channels.Where(way => entry.Transition is not Transition.Resolved || way.Channel.SendResolved)
                .Where(way => step is null || IsReminded(way.Route, incident, step.Value, configuration))
                .DistinctBy(way => (way.Channel.Kind, way.Channel.Address))
                .Select(way => Delivery.To(way.Receiver, way.Channel)),
        ];
        if (deliveries.IsEmpty)
            return NotificationDecision.Nobody(NotificationReason.ResolvedNotWanted, entry);
        if (ReferenceEquals(view, SuppressionView.None))
            return new NotificationDecision(NotificationReason.Notify, entry, deliveries);
        var suppressions = new ChannelSuppressions(incident, channels, view);
        return SuppressedDeliveries.Decide(entry, deliveries, delivery => suppressions.Of(delivery.Channel));
    }

    // Those who want reminders less often than others are left out of some.
    private static bool IsReminded(Route route, Incident incident, TimeSpan step, WatchkeeperConfiguration configuration) =>
        incident.Notified is not { Reminders: > 0 and var number }
        || (configuration.Lifecycle.Reminders with { Every = route.RepeatInterval }).Has(number, step);

    /// <summary>The ways of an incident: each route that takes it, with each channel of the route's receiver.</summary>
    public static IEnumerable<(Route Route, Receiver Receiver, Channel Channel)> Ways(
        Incident incident, WatchkeeperConfiguration configuration) =>
        Ways(configuration.Route.Takers(IncidentLabels.From(incident)), configuration);

    internal static IEnumerable<(Route Route, Receiver Receiver, Channel Channel)> Ways(
        ImmutableArray<(Route Route, string Receiver)> takers, WatchkeeperConfiguration configuration)
    {
        foreach (var (route, name) in takers)
        {
            if (configuration.Receivers.GetValueOrDefault(name) is not { } receiver)
                continue;
            foreach (var channel in receiver.Channels)
                yield return (route, receiver, channel);
        }
    }
}
