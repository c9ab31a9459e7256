using Watchkeeper.Configuration;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>The groups of the messages about one incident, as the configuration in force has them. Pure.</summary>
public sealed class RoutedGroups
{
    private static readonly RoutedGroups None = new([]);

    private readonly Dictionary<(ChannelKind, string), MessageGroup?> byChannel;

    private RoutedGroups(Dictionary<(ChannelKind, string), MessageGroup?> byChannel) => this.byChannel = byChannel;

    /// <summary>Asks the routes. Where several lead to one address, the first decides.</summary>
    public static RoutedGroups For(Incident incident, WatchkeeperConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(configuration);
        // Without groups no message needs its labels and routes once more.
        if (!configuration.Route.Groups)
            return None;
        var labels = IncidentLabels.From(incident);
        var ways = RoutedDeliveries.Ways(configuration.Route.Takers(labels), configuration);
        var byChannel = new Dictionary<(ChannelKind, string), MessageGroup?>();
        foreach (var way in ways)
            byChannel.TryAdd((way.Channel.Kind, way.Channel.Address), MessageGroup.Of(way.Route, labels, way.Channel));
        return new RoutedGroups(byChannel);
    }

    /// <summary>Whether a message about an entry waits for others: reports of what fires and of its end do.</summary>
    public static bool Concern(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SuppressedDeliveries.SaysFiring(entry) || entry.Transition is Transition.Resolved;
    }

    /// <summary>The group of a message to a channel; null for a message by itself.</summary>
    public MessageGroup? Of(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return byChannel.GetValueOrDefault((channel.Kind, channel.Address));
    }
}
