using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Finds by an incident's slot which entries the table's stream lost, and writes them. An entry that exists has its list rows,
/// because they are written first; and the stream keeps the order of a slot's changes, so that an entry proves that every change
/// before it was delivered or given up.
/// </summary>
internal sealed class LostChanges(IRowTable table, INotificationLog log, TimeSpan retention)
{
    // Nothing but the slot knows of a lost opening, and the slot does not know its version. No version has this key.
    private const long UnknownVersion = 0;

    /// <inheritdoc cref="INotificationLog.MendAsync"/>
    public async Task<ImmutableArray<string>> MendAsync(
        Slot slot, bool isDelivered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (slot.Incident is not { } incident || incident.OpenedAt + retention <= now)
            return [];
        var mended = new List<string>();
        var oldest = await FirstAsync(incident.Id, isDescending: false, cancellationToken);
        var newest = isDelivered ? await FirstAsync(incident.Id, isDescending: true, cancellationToken) : null;
        // The slot has changed since it was read, and nothing is known of how far its new last change is.
        if (newest is not null && IsLater(newest, slot))
            (isDelivered, newest) = (false, null);
        var last = isDelivered && await IsLastLostAsync(slot, incident, newest, cancellationToken) ? Last(slot, incident) : null;
        if (IsOpeningLost(oldest, isDelivered) && last?.Entry.Transition is not Transition.Opened)
            mended.Add(await RecordAsync(Opening(incident), cancellationToken));
        if (last is not null)
            mended.Add(await RecordAsync(last, cancellationToken));
        if (newest is not null && IsStuck(newest))
            mended.Add(await GiveUpAsync(newest, cancellationToken));
        return [.. mended];
    }

    private static bool IsOpeningLost(NotificationRecord? oldest, bool isDelivered) =>
        oldest is null ? isDelivered : oldest.Entry.Transition is not Transition.Opened;

    private static bool IsLater(NotificationRecord newest, Slot slot) =>
        string.CompareOrdinal(newest.Entry.Key, Keys.Change(slot.Version)) > 0;

    // Each process that sent its messages died, and the change is not delivered again.
    private static bool IsStuck(NotificationRecord record) =>
        record.Deliveries.Any(delivery => delivery.IsToSend) && record.SendAt is null;

    private async Task<NotificationRecord?> FirstAsync(
        string incidentId, bool isDescending, CancellationToken cancellationToken)
    {
        var range = RowRange.WithPrefix(Keys.Incident(incidentId), Keys.ChangePrefix, 1) with { IsDescending = isDescending };
        var page = await table.ReadRangeAsync(range, cancellationToken);
        return page.Rows.IsEmpty ? null : NotificationItem.Read(page.Rows[0]);
    }

    private async Task<bool> IsLastLostAsync(
        Slot slot, Incident incident, NotificationRecord? newest, CancellationToken cancellationToken)
    {
        if (incident.ResolvedAt is not { } end || incident.IsActive)
            return newest?.Entry.Key != Keys.Change(slot.Version);
        if (newest?.Entry.Incident.ResolvedAt != end)
            return true;
        // A late event came after the end, and says nothing about the end's own entry.
        return newest.Entry.Transition is not Transition.Resolved
            && !await IsListedAsync(Keys.Ended(end, incident.Id), cancellationToken);
    }

    // A query, so that the functions need no further right.
    private async Task<bool> IsListedAsync(RowKey key, CancellationToken cancellationToken) =>
        !(await table.ReadRangeAsync(RowRange.WithPrefix(key.Pk, key.Sk, 1), cancellationToken)).Rows.IsEmpty;

    private async Task<string> RecordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        await log.RecordAsync(record, cancellationToken);
        return record.Entry.Key;
    }

    // The stream gives a change up after its last process has ended, whatever that process claimed.
    private async Task<string> GiveUpAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        var givenUp = record with { Deliveries = [.. record.Deliveries.Select(Failed)], HeldUntil = null };
        await table.WriteAsync(NotificationWrites.GiveUp(givenUp, record), cancellationToken);
        return record.Entry.Key;
    }

    private static Delivery Failed(Delivery delivery) => !delivery.IsToSend ? delivery : delivery with
    {
        Status = DeliveryStatus.Failed,
        NextAttemptAt = null,
        Detail = "the table's stream gave the change up; whether the message was sent is unknown",
    };

    private static NotificationRecord Last(Slot slot, Incident incident)
    {
        var isKnown = incident.IsActive || Transitions.By(slot.Last.Reason) is Transition.Resolved;
        // A change after the end has taken the place of the end in the slot.
        var change = isKnown ? slot.Last : Unknown(DecisionReason.Resolved, incident.ResolvedAt!.Value);
        return Lost(Keys.Change(slot.Version), incident, change);
    }

    private static NotificationRecord Opening(Incident incident) => Lost(
        Keys.Change(UnknownVersion),
        incident with
        {
            Status = IncidentStatus.Open,
            ResolvedAt = null,
            AcknowledgedBy = null,
            AcknowledgedAt = null,
            Signals = 1,
            Reopenings = 0,
        },
        Unknown(DecisionReason.Opened, incident.OpenedAt));

    private static NotificationRecord Lost(string key, Incident incident, IncidentChange change) => new()
    {
        Entry = new TimelineEntry
        {
            Key = key,
            Incident = incident.Shown(),
            Transition = Transitions.By(change.Reason),
            At = change.RecordedAt,
            Change = change,
        },
        Reason = NotificationReason.Lost,
        Deliveries = [],
    };

    // Which signal it was is lost.
    private static IncidentChange Unknown(DecisionReason reason, DateTimeOffset at) => new()
    {
        Reason = reason,
        SignalId = "",
        EventId = "",
        OccurredAt = at,
        RecordedAt = at,
        Description = "",
    };
}
