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
        // Groups of several addresses that begin with one entry share a timer.
        var now = time.GetUtcNow();
        var joined = await Task.WhenAll(deliveries.Select(delivery => JoinAsync(delivery, message, groups, now, cancellationToken)));
        foreach (var at in joined.Where(each => each.Group is { IsSetNow: true }).Select(each => each.Group!.At).Distinct())
            await SetTimerAsync(at, cancellationToken);
        return [.. joined.Select(each => each.Delivery)];
    }

    /// <summary>Sets when a group is told of which something waits still, if nobody has.</summary>
    /// <param name="group">The group.</param>
    /// <param name="waits">Whether something waits; asked only if nobody has set a time.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task RejoinAsync(MessageGroup group, Func<Task<bool>> waits, CancellationToken cancellationToken)
    {
        if (await store.IsSetAsync(group.Id, cancellationToken) || !await waits())
            return;
        if (await store.RejoinAsync(group, time.GetUtcNow(), cancellationToken) is { IsSetNow: true, At: var at })
            await SetTimerAsync(at, cancellationToken);
    }

    private Task SetTimerAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        Timers?.SetAsync(at, cancellationToken) ?? Task.CompletedTask;

    private async Task<(Delivery Delivery, JoinedGroup? Group)> JoinAsync(
        Delivery delivery, string message, RoutedGroups groups, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!delivery.IsToSend || groups.Of(delivery.Channel) is not { } group)
            return (delivery, null);
        var joined = await store.JoinAsync(group, message, now, cancellationToken);
        // What is due and not told yet goes with the others too.
        return joined.At == now
            ? (delivery, null)
            : (delivery.Hold(new Suppression(SuppressionKind.Grouping, group.Name, Waits, joined.At), joined.At), joined);
    }
}
