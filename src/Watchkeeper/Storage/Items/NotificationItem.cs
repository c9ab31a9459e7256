using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>A row of timeline and notification log.</summary>
internal static class NotificationItem
{
    public const string Claim = "cl";
    public const string HeldUntil = "hu";
    public const string Deliveries = "dl";
    public const string Feedback = "fb";
    private const string RoutedBy = "rb";

    /// <summary>Partition key of the sparse index <c>due</c>; set while a delivery waits for a retry.</summary>
    public const string DueShard = "d";

    /// <summary>Sort key of the index <c>due</c>: the time in ISO 8601, rounded down to the second.</summary>
    public const string DueTime = "ds";

    /// <summary>The index of rows whose deliveries wait for a retry.</summary>
    public static RowIndex Due { get; } = new("due", DueShard, DueTime, "DUE", 8);

    public static RowKey KeyOf(NotificationRecord record) => Keys.Notification(record.Entry.Incident.Id, record.Entry.Key);

    public static Row Write(NotificationRecord record, TimeSpan retention)
    {
        var entry = record.Entry;
        // Without feedback, which has its own write and arrives only after the row exists.
        var row = ItemWriter.Row(KeyOf(record))
            .Incident(entry.Incident)
            .Name("tn", entry.Transition)
            .Name("nr", record.Deliveries.IsEmpty ? record.Reason : null)
            .Texts("wn", record.WouldNotify.IsEmpty ? null : record.WouldNotify)
            .Time("at", entry.At)
            .Map("e", entry.Change is { } change ? IncidentChangeItem.Write(change, Implied(entry)) : null)
            .Map("re", entry.Reaction is { } reaction ? ReactionItem.Write(reaction) : null)
            .Map("se", entry.Ending is { } ending ? SilenceEndingItem.Write(ending) : null)
            .Value(Deliveries, DeliveriesOf(record))
            .Number(Claim, record.Claim)
            .Time(HeldUntil, record.HeldUntil)
            .Expires(entry.At + retention);
        if (record.RoutedBy is { } version)
            row = row.Number(RoutedBy, version);
        return record.DueAt is { } due
            ? row.Text(DueShard, ShardOf(record)).Text(DueTime, SortableTime(due)).ToRow()
            : row.ToRow();
    }

    public static NotificationRecord Read(Row item)
    {
        var row = ItemReader.From(item);
        var incident = IncidentItem.Read(row);
        var entry = new TimelineEntry
        {
            Key = row.Text(RowKey.SkName),
            Incident = incident,
            Transition = row.NameOrNull<Transition>("tn"),
            At = row.Time("at"),
            Reaction = row.MapOrNull("re") is { } reaction ? ReactionItem.Read(reaction, incident) : null,
            Ending = row.MapOrNull("se") is { } ending ? SilenceEndingItem.Read(ending) : null,
        };
        var deliveries = row.Maps(Deliveries, DeliveryItem.Read);
        return new NotificationRecord
        {
            Entry = row.MapOrNull("e") is { } change
                ? entry with { Change = IncidentChangeItem.Read(change, Implied(entry)) }
                : entry,
            // Deliveries imply the reason: bytes cost units.
            Reason = deliveries.IsEmpty
                ? row.NameOrNull<NotificationReason>("nr")
                : NotificationRecord.ReasonOf(deliveries),
            Deliveries = deliveries,
            RoutedBy = row.Has(RoutedBy) ? row.Number(RoutedBy) : null,
            WouldNotify = row.AllTexts("wn"),
            Feedback = row.Maps(Feedback, FeedbackItem.Read),
            Claim = row.Count(Claim),
            HeldUntil = row.TimeOrNull(HeldUntil),
        };
    }

    /// <summary>The deliveries as a value.</summary>
    public static RowValue DeliveriesOf(NotificationRecord record) =>
        ItemWriter.List(record.Deliveries.Select(delivery => DeliveryItem.Write(delivery).ToValue()));

    /// <summary>The feedback as a value.</summary>
    public static RowValue FeedbackOf(NotificationRecord record) =>
        ItemWriter.List(record.Feedback.Select(feedback => FeedbackItem.Write(feedback).ToValue()));

    public static string SortableTime(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    // An entry about the opening or the end of an incident happened at the incident's own time.
    private static IncidentChangeItem.Implied Implied(TimelineEntry entry) =>
        new(OccurredAt: entry.Incident.ResolvedAt ?? entry.Incident.OpenedAt, RecordedAt: entry.At)
        {
            Fingerprint = entry.Incident.Subject.Fingerprint,
            Subject = entry.Incident.Subject,
            Measurement = entry.Incident.Measurement,
        };

    /// <summary>The row's shard in the index <c>due</c> while a delivery waits.</summary>
    public static string ShardOf(NotificationRecord record) =>
        Due.ShardOf(StableHash.Compute(record.Entry.Incident.Id, record.Entry.Key));
}
