using Watchkeeper.Configuration;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Tells groups whose time has come. What is sent is stored with the names of the others before any of those is called told: a
/// process that dies in between may repeat a name, and loses none.
/// </summary>
/// <param name="slots">The slots.</param>
/// <param name="log">The notification log.</param>
/// <param name="notifier">Sends what is told.</param>
/// <param name="store">The groups.</param>
/// <param name="waits">Lets messages wait.</param>
/// <param name="configuration">The configuration in force.</param>
/// <param name="view">What keeps incidents quiet now.</param>
internal sealed class GroupSends(
    ISlotStore slots, INotificationLog log, Notifier notifier, GroupStore store, GroupWaits waits,
    WatchkeeperConfiguration configuration, SuppressionView view)
{
    private const int AtOnce = 16;

    /// <summary>Tells what is due.</summary>
    /// <returns>What was tried to send.</returns>
    /// <param name="rows">Rows that hold something back.</param>
    /// <param name="now">The time.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<IReadOnlyList<NotifyResult.Tried>> TellAsync(
        IReadOnlyList<NotificationRecord> rows, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var due = rows.DistinctBy(Id).SelectMany(row => DueOf(row, now)).ToList();
        if (due.Count == 0)
            return [];
        var taken = await TakeAsync(due, now, deadline, cancellationToken);
        var ready = due.Where(message => message.Group is null || taken.ContainsKey(message.Group.Id)).ToList();
        var claimed = await ClaimAsync(ready, now, deadline, cancellationToken);
        var plan = GroupRelease.Plan(await LookAsync(ready, claimed, cancellationToken));
        var sent = plan.Where(each => each.Delivery.IsToSend).ToLookup(each => Id(each.Message.Row));
        var others = plan.Where(each => !each.Delivery.IsToSend).ToLookup(each => Id(each.Message.Row));
        await SettleAsync(sent, claimed, cancellationToken);
        await SettleAsync(others, claimed, cancellationToken);
        foreach (var row in claimed.Where(row => !sent.Contains(row.Key) && !others.Contains(row.Key)))
            await log.SettleAsync(row.Value with { HeldUntil = null }, cancellationToken);
        var tried = new List<NotifyResult.Tried>();
        foreach (var row in sent)
        {
            if (await notifier.ResumeAsync(claimed[row.Key], deadline, cancellationToken) is NotifyResult.Tried result)
                tried.Add(result);
        }

        foreach (var (group, state) in taken)
            await store.EndAsync(group, state, now, cancellationToken);
        return tried;
    }

    private IEnumerable<WaitingMessage> DueOf(NotificationRecord row, DateTimeOffset now)
    {
        var groups = RoutedGroups.For(row.Entry.Incident, configuration);
        return row.Deliveries.Index().Where(each => each.Item.IsGrouping && !(each.Item.NextAttemptAt > now))
            .Select(each => new WaitingMessage(row, each.Index, groups.Of(each.Item.Channel), null, null));
    }

    private async Task<Dictionary<string, GroupState>> TakeAsync(
        List<WaitingMessage> due, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, GroupState>(StringComparer.Ordinal);
        foreach (var group in due.Select(message => message.Group).OfType<MessageGroup>().DistinctBy(group => group.Id, StringComparer.Ordinal))
        {
            if (await store.TakeAsync(group.Id, now, deadline, cancellationToken) is { } state)
                taken[group.Id] = state;
            else
                await waits.RejoinAsync(group, cancellationToken);
        }

        return taken;
    }

    private async Task<Dictionary<(string, string), NotificationRecord>> ClaimAsync(
        List<WaitingMessage> ready, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var claimed = new Dictionary<(string, string), NotificationRecord>();
        foreach (var chunk in ready.Select(message => message.Row).DistinctBy(Id).Chunk(AtOnce))
        {
            var results = await Task.WhenAll(chunk.Select(row => log.ClaimAsync(row, now, deadline, cancellationToken)));
            foreach (var row in results.OfType<ClaimResult.Claimed>())
                claimed[Id(row.Record)] = row.Record;
        }

        return claimed;
    }

    // Whoever reports an end from now on knows that this process may have told of the beginning.
    private async Task<List<WaitingMessage>> LookAsync(
        List<WaitingMessage> ready, Dictionary<(string, string), NotificationRecord> claimed, CancellationToken cancellationToken)
    {
        var mine = ready.Where(message => claimed.TryGetValue(Id(message.Row), out var row) && row.Deliveries.Length > message.Index
            && row.Deliveries[message.Index] == message.Delivery).ToList();
        var active = new Dictionary<string, Incident?>(StringComparer.Ordinal);
        foreach (var chunk in mine.Select(message => message.Row.Entry.Incident).DistinctBy(incident => incident.Id, StringComparer.Ordinal).Chunk(AtOnce))
        {
            var read = await Task.WhenAll(chunk.Select(incident => ReadAsync(incident, cancellationToken)));
            foreach (var (incident, now) in chunk.Zip(read))
                active[incident.Id] = now;
        }

        return
        [
            .. mine.Select(message => message with
            {
                Row = claimed[Id(message.Row)],
                Active = active[message.Row.Entry.Incident.Id],
                Suppression = ChannelSuppressions.For(active[message.Row.Entry.Incident.Id] ?? message.Row.Entry.Incident, configuration, view)
                    .Of(message.Delivery.Channel),
            }),
        ];
    }

    private async Task<Incident?> ReadAsync(Incident incident, CancellationToken cancellationToken) =>
        await slots.ReadAsync(incident.Subject.Fingerprint, cancellationToken) is { Active: { } active } && active.Id == incident.Id
            ? active
            : null;

    private async Task SettleAsync(
        ILookup<(string, string), ReleasedMessage> changes, Dictionary<(string, string), NotificationRecord> claimed,
        CancellationToken cancellationToken)
    {
        foreach (var chunk in changes.Chunk(AtOnce))
            await Task.WhenAll(chunk.Select(row => SettleAsync(row, claimed, cancellationToken)));
    }

    private async Task SettleAsync(
        IGrouping<(string, string), ReleasedMessage> row, Dictionary<(string, string), NotificationRecord> claimed,
        CancellationToken cancellationToken)
    {
        var deliveries = row.Aggregate(
            claimed[row.Key].Deliveries, (all, each) => all.SetItem(each.Message.Index, each.Delivery));
        var settled = claimed[row.Key] with { Deliveries = deliveries, HeldUntil = null };
        if (await log.SettleAsync(settled, cancellationToken))
            claimed[row.Key] = settled;
    }

    private static (string Incident, string Key) Id(NotificationRecord row) => (row.Entry.Incident.Id, row.Entry.Key);
}
