using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
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
/// <param name="observer">Hears of rows that could not be written.</param>
internal sealed class GroupSends(
    ISlotStore slots, INotificationLog log, Notifier notifier, GroupStore store, GroupWaits waits,
    WatchkeeperConfiguration configuration, SuppressionView view, SweepObserver observer)
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
        var plan = await CapAsync(GroupRelease.Plan(await LookAsync(ready, claimed, cancellationToken)), cancellationToken);
        var sent = plan.Where(each => each.Delivery.IsToSend).ToLookup(each => Id(each.Message.Row));
        var stored = await SettleAsync(sent, claimed, now, cancellationToken);
        // Those whose message could not be stored are told by a later sweep.
        var failed = plan.Where(each => each.Delivery.IsToSend && !stored.ContainsKey(Id(each.Message.Row)))
            .Select(each => each.Message.ToldWith).ToHashSet(StringComparer.Ordinal);
        var rest = plan.Where(each => !each.Delivery.IsToSend && !failed.Contains(each.Message.ToldWith)).ToList();
        var current = claimed.ToDictionary(row => row.Key, row => stored.GetValueOrDefault(row.Key, row.Value));
        // First what the message named: what counts as told by that is nothing without it.
        var named = rest.Where(each => each.Delivery.Status is DeliveryStatus.Grouped).ToLookup(each => Id(each.Message.Row));
        var settled = await SettleAsync(named, current, now, cancellationToken);
        foreach (var (id, row) in settled)
            current[id] = row;
        var unnamed = named.Where(row => !settled.ContainsKey(row.Key)).Select(row => row.Key.Item1).ToHashSet(StringComparer.Ordinal);
        var others = rest.Where(each => each.Delivery.Status is not DeliveryStatus.Grouped
            && !(each.Delivery.Status is DeliveryStatus.Merged && unnamed.Contains(each.Message.Row.Entry.Incident.Id)));
        await SettleAsync(others.ToLookup(each => Id(each.Message.Row)), current, now, cancellationToken);
        var planned = plan.Select(each => Id(each.Message.Row)).ToHashSet();
        foreach (var row in claimed.Where(row => !planned.Contains(row.Key)).Select(row => row.Value))
            await log.SettleAsync(Free(row, now), cancellationToken);
        foreach (var (group, state) in taken.Where(group => !failed.Contains(group.Key)))
            await store.EndAsync(group, state, now, cancellationToken);
        return await SendAsync(stored.Values, deadline, cancellationToken);
    }

    private async Task<List<NotifyResult.Tried>> SendAsync(
        IEnumerable<NotificationRecord> rows, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var tried = new List<NotifyResult.Tried>();
        foreach (var row in rows)
        {
            if (await TryAsync(
                row, async () => await notifier.ResumeAsync(row, deadline, cancellationToken) as NotifyResult.Tried,
                cancellationToken) is { } result)
            {
                tried.Add(result);
            }
        }

        return tried;
    }

    // What an address may not get one by one any longer joins what waits for it already. The worst go first.
    private async Task<ImmutableArray<ReleasedMessage>> CapAsync(ImmutableArray<ReleasedMessage> plan, CancellationToken cancellationToken)
    {
        var capped = ImmutableArray.CreateBuilder<ReleasedMessage>(plan.Length);
        var groups = plan.GroupBy(each => each.Message.ToldWith, StringComparer.Ordinal)
            .Select(group => (All: group.ToList(), Sent: group.Where(each => each.Delivery.IsToSend).ToList()))
            .OrderByDescending(group => group.Sent.FirstOrDefault()?.Message.Row.Entry.Incident.Severity);
        foreach (var (all, sent) in groups)
        {
            Suppression? cap = null;
            // Without a group each act of one incident goes by itself.
            foreach (var each in sent.Where(each => each.Message.Group?.Cap is null))
            {
                cap ??= await waits.PassAsync(
                    each.Delivery.Channel, GroupRelease.IsUrgent(all), configuration.StormCap, cancellationToken);
            }

            capped.AddRange(cap is null ? all : GroupRelease.Postpone(all, cap));
        }

        return capped.ToImmutable();
    }

    // A cap that was taken away since lets what waits go together all the same.
    private MessageGroup? GroupOf(Delivery delivery, RoutedGroups groups) => delivery.Suppression is { Kind: SuppressionKind.StormCap }
        ? MessageGroup.Of(delivery.Channel, configuration.StormCap) ?? MessageGroup.Of(delivery.Channel, StormCap.Default)
        : groups.Of(delivery.Channel);

    private IEnumerable<WaitingMessage> DueOf(NotificationRecord row, DateTimeOffset now)
    {
        var groups = RoutedGroups.For(row.Entry.Incident, configuration);
        return row.Deliveries.Index().Where(each => each.Item.IsGrouping && !(each.Item.NextAttemptAt > now))
            .Select(each => new WaitingMessage(row, each.Index, GroupOf(each.Item, groups), null, null));
    }

    private async Task<Dictionary<string, GroupState>> TakeAsync(
        List<WaitingMessage> due, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, GroupState>(StringComparer.Ordinal);
        foreach (var group in due.Select(message => message.Group).OfType<MessageGroup>().DistinctBy(group => group.Id, StringComparer.Ordinal))
        {
            if (await store.TakeAsync(group, now, deadline, cancellationToken) is { } state)
            {
                taken[group.Id] = state;
            }
            else
            {
                await waits.RejoinAsync(
                    group, () => WaitsAsync(due.Where(each => each.Group?.Id == group.Id), cancellationToken), cancellationToken);
            }
        }

        return taken;
    }

    // A list may be older than what another process has told since. A time that is set for nobody would hide the next one's.
    private async Task<bool> WaitsAsync(IEnumerable<WaitingMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var now = await log.ListFirstAsync(message.Row.Entry.Incident.Id, cancellationToken)
                .FirstOrDefaultAsync(row => row.Entry.Key == message.Row.Entry.Key, cancellationToken);
            // What lies beyond the first changes counts as waiting.
            if (now is null || (now.Deliveries.Length > message.Index && now.Deliveries[message.Index] == message.Delivery))
                return true;
        }

        return false;
    }

    private async Task<Dictionary<(string, string), NotificationRecord>> ClaimAsync(
        List<WaitingMessage> ready, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var claimed = new Dictionary<(string, string), NotificationRecord>();
        foreach (var chunk in ready.Select(message => message.Row).DistinctBy(Id).Chunk(AtOnce))
        {
            var results = await Task.WhenAll(chunk.Select(row => TryAsync(
                row, async () => await log.ClaimAsync(row, now, deadline, cancellationToken) as ClaimResult.Claimed, cancellationToken)));
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

        var ends = mine.Select(message => message.Row.Entry).Where(entry => entry.Transition is Transition.Resolved)
            .DistinctBy(entry => (entry.Incident.Id, entry.Key));
        var beginnings = new Dictionary<(string, string), FiringReports>();
        foreach (var entry in ends)
            beginnings[(entry.Incident.Id, entry.Key)] = await BeginningsAsync(entry, claimed, cancellationToken);
        return
        [
            .. mine.Select(message => message with
            {
                Row = claimed[Id(message.Row)],
                Beginning = beginnings.GetValueOrDefault(Id(message.Row))?.Of(message.Delivery.Channel),
                // Of an earlier time that it fired another message tells.
                Active = active[message.Row.Entry.Incident.Id] is { } now && now.Reopenings == message.Row.Entry.Incident.Reopenings
                    ? now
                    : null,
                Suppression = ChannelSuppressions.For(active[message.Row.Entry.Incident.Id] ?? message.Row.Entry.Incident, configuration, view)
                    .Of(message.Delivery.Channel),
            }),
        ];
    }

    // What is claimed here is not told yet.
    private async Task<FiringReports> BeginningsAsync(
        TimelineEntry end, Dictionary<(string, string), NotificationRecord> claimed, CancellationToken cancellationToken)
    {
        var reports = new FiringReports();
        await foreach (var row in log.ListFirstAsync(end.Incident.Id, cancellationToken))
        {
            if (string.CompareOrdinal(row.Entry.Key, end.Key) >= 0)
                break;
            reports.Add(claimed.TryGetValue(Id(row), out var mine) ? mine with { HeldUntil = null } : row);
        }

        return reports;
    }

    private async Task<Incident?> ReadAsync(Incident incident, CancellationToken cancellationToken) =>
        await slots.ReadAsync(incident.Subject.Fingerprint, cancellationToken) is { Active: { } active } && active.Id == incident.Id
            ? active
            : null;

    private async Task<Dictionary<(string, string), NotificationRecord>> SettleAsync(
        ILookup<(string, string), ReleasedMessage> changes, Dictionary<(string, string), NotificationRecord> rows,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settled = new Dictionary<(string, string), NotificationRecord>();
        foreach (var chunk in changes.Chunk(AtOnce))
        {
            var written = await Task.WhenAll(chunk.Select(row => TryAsync(
                rows[row.Key], () => SettleAsync(row, rows[row.Key], now, cancellationToken), cancellationToken)));
            foreach (var row in written.OfType<NotificationRecord>())
                settled[Id(row)] = row;
        }

        return settled;
    }

    private async Task<NotificationRecord?> SettleAsync(
        IGrouping<(string, string), ReleasedMessage> changes, NotificationRecord row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settled = Free(row with
        {
            Deliveries = changes.Aggregate(row.Deliveries, (all, each) => all.SetItem(each.Message.Index, each.Delivery)),
        }, now);
        return await log.SettleAsync(settled, cancellationToken) ? settled : null;
    }

    // Whoever had claimed the row before may have died over its other messages: a later sweep sends them.
    private static NotificationRecord Free(NotificationRecord row, DateTimeOffset now) => row with
    {
        HeldUntil = null,
        Deliveries = [.. row.Deliveries.Select(each => each.IsToSend ? each with { NextAttemptAt = each.NextAttemptAt ?? now } : each)],
    };

    // One row that cannot be written keeps no other one waiting: a later sweep looks at it.
    private async Task<T?> TryAsync<T>(NotificationRecord row, Func<Task<T?>> run, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            observer.Failed($"{row.Entry.Incident.Id} {row.Entry.Key}", failure);
            return null;
        }
    }

    private static (string Incident, string Key) Id(NotificationRecord row) => (row.Entry.Incident.Id, row.Entry.Key);
}
