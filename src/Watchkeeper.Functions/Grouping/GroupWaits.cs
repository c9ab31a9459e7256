using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Grouping;

/// <summary>Lets messages wait for others of their groups.</summary>
/// <param name="store">The groups.</param>
/// <param name="time">Our clock.</param>
internal sealed class GroupWaits(GroupStore store, TimeProvider time)
{
    private const string Waits = "waits for others of its group";

    /// <summary>The deliveries, with those that wait kept back.</summary>
    /// <param name="entry">The entry that they tell.</param>
    /// <param name="incident">The incident now.</param>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="configuration">The configuration in force.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<ImmutableArray<Delivery>> JoinAsync(
        TimelineEntry entry, Incident incident, ImmutableArray<Delivery> deliveries, WatchkeeperConfiguration configuration,
        CancellationToken cancellationToken)
    {
        if (!RoutedGroups.Concern(entry) || !deliveries.Any(delivery => delivery.IsToSend))
            return deliveries;
        var groups = RoutedGroups.For(incident, configuration);
        var message = $"{entry.Incident.Id} {entry.Key}";
        var joined = await Task.WhenAll(deliveries.Select(delivery => JoinAsync(delivery, message, groups, cancellationToken)));
        return [.. joined];
    }

    /// <summary>Sets when a group that waits is told, if nobody has.</summary>
    public Task RejoinAsync(MessageGroup group, CancellationToken cancellationToken) =>
        store.JoinAsync(group, "", time.GetUtcNow(), cancellationToken);

    private async Task<Delivery> JoinAsync(
        Delivery delivery, string message, RoutedGroups groups, CancellationToken cancellationToken)
    {
        if (!delivery.IsToSend || groups.Of(delivery.Channel) is not { } group)
            return delivery;
        var now = time.GetUtcNow();
        var at = await store.JoinAsync(group, message, now, cancellationToken);
        // What is due and not told yet goes with the others too.
        return at == now ? delivery : delivery.Hold(new Suppression(SuppressionKind.Grouping, group.Name, Waits, at), at);
    }
}
