using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>What keeps the messages about one incident back from each channel. Pure.</summary>
public sealed class ChannelSuppressions
{
    private readonly SuppressionView view;
    private readonly Suppression? ofIncident;
    private readonly ILookup<(ChannelKind, string), Route> routes;

    internal ChannelSuppressions(
        Incident incident, IEnumerable<(Route Route, Receiver Receiver, Channel Channel)> ways, SuppressionView view)
    {
        (this.view, ofIncident) = (view, view.Of(Firing.From(incident)));
        routes = ways.ToLookup(way => (way.Channel.Kind, way.Channel.Address), way => way.Route);
    }

    /// <summary>Asks the routes of the configuration in force.</summary>
    public static ChannelSuppressions For(Incident incident, WatchkeeperConfiguration configuration, SuppressionView view)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(view);
        return new ChannelSuppressions(incident, RoutedDeliveries.Ways(incident, configuration), view);
    }

    /// <summary>
    /// What keeps a message to a channel back; null if nothing does. Time intervals do not bind a channel to which no route leads
    /// any longer.
    /// </summary>
    public Suppression? Of(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return ofIncident ?? view.Of(routes[(channel.Kind, channel.Address)]);
    }
}
