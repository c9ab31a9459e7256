using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Grouping;

/// <summary>Lets messages wait for others of their groups.</summary>
/// <param name="store">The groups.</param>
/// <param name="time">Our clock.</param>
internal sealed class GroupWaits(GroupStore store, TimeProvider time)
{
    private const string Waits = "waits for others of its group";
    private const string Capped = "it had many messages at once";

    /// <summary>Sets timers for groups; null where the sweep alone looks.</summary>
    public GroupTimerSetter? Timers { get; init; }

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
        var isUrgent = GroupRelease.IsUrgent(entry, incident.Severity);
        // Groups of several addresses that begin with one entry share a timer.
        var now = time.GetUtcNow();
        var joined = await Task.WhenAll(deliveries.Select(
            delivery => JoinAsync(delivery, message, groups, isUrgent, configuration.StormCap, now, cancellationToken)));
        await SetTimersAsync(joined.Select(each => each.Group), cancellationToken);
        return [.. joined.Select(each => each.Delivery)];
    }

    /// <summary>Sets when a group is told of which something waits still, if nobody has.</summary>
    /// <param name="group">The group.</param>
    /// <param name="waits">Whether something waits; asked only if nobody has set a time.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task RejoinAsync(MessageGroup group, Func<Task<bool>> waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (!await store.IsSetAsync(group.Id, cancellationToken) && await waits())
            await SetTimersAsync([await store.RejoinAsync(group, time.GetUtcNow(), cancellationToken)], cancellationToken);
    }

    /// <summary>What keeps a message back from an address that had many at once; null if it goes now.</summary>
    /// <param name="channel">The address.</param>
    /// <param name="isUrgent">Whether it is of a critical incident that begins.</param>
    /// <param name="cap">The cap.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<Suppression?> PassAsync(Channel channel, bool isUrgent, StormCap cap, CancellationToken cancellationToken)
    {
        var (suppression, joined) = await PassAsync(channel, isUrgent, cap, time.GetUtcNow(), cancellationToken);
        await SetTimersAsync([joined], cancellationToken);
        return suppression;
    }

    private async Task SetTimersAsync(IEnumerable<JoinedGroup?> joined, CancellationToken cancellationToken)
    {
        if (Timers is null)
            return;
        foreach (var at in joined.OfType<JoinedGroup>().Where(each => each.IsSetNow).Select(each => each.At).Distinct())
            await Timers.SetAsync(at, cancellationToken);
    }

    private async Task<(Delivery Delivery, JoinedGroup? Group)> JoinAsync(
        Delivery delivery, string message, RoutedGroups groups, bool isUrgent, StormCap cap, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (!delivery.IsToSend)
            return (delivery, null);
        if (groups.Of(delivery.Channel) is { } group)
        {
            var joined = await store.JoinAsync(group, message, now, cancellationToken);
            // What is due and not told yet goes with the others too.
            if (joined.At != now)
                return (delivery.Hold(new Suppression(SuppressionKind.Grouping, group.Name, Waits, joined.At), joined.At), joined);
        }

        var (suppression, address) = await PassAsync(delivery.Channel, isUrgent, cap, now, cancellationToken);
        return (suppression is null ? delivery : delivery.Hold(suppression, suppression.Until!.Value), address);
    }

    private async Task<(Suppression? Suppression, JoinedGroup? Address)> PassAsync(
        Channel channel, bool isUrgent, StormCap cap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (MessageGroup.Of(channel, cap) is not { } address)
            return (null, null);
        var joined = await store.PassAsync(address, cap, isUrgent, now, cancellationToken);
        return joined.At == now
            ? (null, null)
            : (new Suppression(SuppressionKind.StormCap, address.Name, Capped, joined.At), joined);
    }
}
