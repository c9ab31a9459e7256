using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Looks at messages that something keeps back: tells what still fires and is quiet no longer, and ends what is over. A row that
/// stays as it is costs no write.
/// </summary>
/// <param name="slots">The slots.</param>
/// <param name="log">The notification log.</param>
/// <param name="notifier">Sends what is released.</param>
/// <param name="configuration">The configuration in force.</param>
/// <param name="view">What keeps incidents quiet now.</param>
internal sealed class HeldMessages(
    ISlotStore slots, INotificationLog log, Notifier notifier, WatchkeeperConfiguration configuration, SuppressionView view)
{
    /// <summary>Lets what is released wait for others of its group; null sends each by itself.</summary>
    public GroupWaits? Groups { get; init; }

    /// <summary>Looks at the rows of one incident that hold something back.</summary>
    /// <returns>What was tried to send.</returns>
    /// <param name="held">The rows.</param>
    /// <param name="listed">The incident among the active ones, which may lag behind; null if it is not there.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<IReadOnlyList<NotifyResult.Tried>> LookAsync(
        IReadOnlyList<NotificationRecord> held, Incident? listed, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var incident = held[0].Entry.Incident;
        if (listed is not null && Plan(held, listed).IsEmpty)
            return [];
        var active = await ReadAsync(incident, cancellationToken);
        var rows = await RowsAsync(held, cancellationToken);
        var tried = new List<NotifyResult.Tried>();
        var waiting = new Dictionary<(ChannelKind, string), Suppression>();
        // First what tells of the others: those count as told by it.
        foreach (var (key, deliveries) in Plan(rows, active)
            .OrderByDescending(each => each.Value.Any(delivery => delivery.IsToSend)).ThenBy(each => each.Key, StringComparer.Ordinal))
        {
            var row = rows.First(each => each.Entry.Key == key);
            var joined = Groups is null || active is null
                ? deliveries
                : await Groups.JoinAsync(row.Entry, active, deliveries, configuration, cancellationToken);
            joined = WithTeller(row, joined, waiting);
            var result = await notifier.ReleaseAsync(
                row, joined, cancellation => ReadAsync(incident, cancellation), deadline, cancellationToken);
            // Another process may be telling, or have died over it.
            if (result is NotifyResult.HeldElsewhere)
                break;
            if (result is NotifyResult.Tried { Deliveries.IsEmpty: false } sent)
                tried.Add(sent);
        }

        return tried;
    }

    // What tells of others may itself wait for its group: they wait with it, and may be given up with it.
    private static ImmutableArray<Delivery> WithTeller(
        NotificationRecord row, ImmutableArray<Delivery> joined, Dictionary<(ChannelKind, string), Suppression> waiting)
    {
        ImmutableArray<Delivery> decided =
        [
            .. joined.Select((delivery, at) => delivery.Status is DeliveryStatus.Merged && row.Deliveries[at].IsHeld
                && waiting.TryGetValue(KeyOf(delivery), out var group)
                    ? row.Deliveries[at].Hold(group, group.Until ?? row.Entry.At)
                    : delivery),
        ];
        foreach (var delivery in decided.Where(delivery => delivery.IsGrouping))
            waiting[KeyOf(delivery)] = delivery.Suppression!;
        return decided;
    }

    private static (ChannelKind, string) KeyOf(Delivery delivery) => (delivery.Channel.Kind, delivery.Channel.Address);

    // What else was told of the incident decides what is told now.
    private async Task<List<NotificationRecord>> RowsAsync(
        IReadOnlyList<NotificationRecord> held, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, NotificationRecord>(StringComparer.Ordinal);
        // An index that lags behind may list a row twice.
        foreach (var row in held)
            rows[row.Entry.Key] = row;
        await foreach (var row in log.ListFirstAsync(held[0].Entry.Incident.Id, cancellationToken))
            rows[row.Entry.Key] = row;
        return [.. rows.Values.OrderBy(row => row.Entry.Key, StringComparer.Ordinal)];
    }

    private ImmutableDictionary<string, ImmutableArray<Delivery>> Plan(
        IReadOnlyList<NotificationRecord> rows, Incident? active)
    {
        var suppressions = active is null ? null : ChannelSuppressions.For(active, configuration, view);
        return HeldRelease.Plan(rows, active, delivery => suppressions?.Of(delivery.Channel), view.Time);
    }

    private async Task<Incident?> ReadAsync(Incident incident, CancellationToken cancellationToken) =>
        await slots.ReadAsync(incident.Subject.Fingerprint, cancellationToken) is { Active: { } active } && active.Id == incident.Id
            ? active
            : null;
}
