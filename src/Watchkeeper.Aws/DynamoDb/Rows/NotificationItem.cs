using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>A row of timeline and send log.</summary>
internal static class NotificationItem
{
    public const string Claim = "cl";
    public const string HeldUntil = "hu";
    public const string Deliveries = "dl";
    public const string Feedback = "fb";

    /// <summary>Partition key of the sparse index <c>due</c>; there while a delivery waits for another try.</summary>
    public const string DueShard = "d";

    /// <summary>Sort key of the index <c>due</c>: when, in ISO 8601 to the second before.</summary>
    public const string DueTime = "ds";

    public const string DueIndex = "due";

    /// <summary>Over so many keys the index is spread, so that no one of them is hot.</summary>
    public const int Shards = 8;

    public static RowKey KeyOf(NotificationRecord record) => RowKey.Notification(record.Entry.Incident.Id, record.Entry.Key);

    public static Dictionary<string, AttributeValue> Write(NotificationRecord record, TimeSpan retention)
    {
        var notice = record.Entry;
        // Without feedback: it comes only after the row is there, by a write of its own.
        var row = ItemWriter.Row(KeyOf(record))
            .Incident(notice.Incident)
            .Name("tn", notice.Transition)
            .Time("at", notice.At)
            .Map("e", notice.Change is { } entry ? IncidentChangeItem.Write(entry, Implied(notice)) : null)
            .Map("re", notice.Reaction is { } reaction ? ReactionItem.Write(reaction) : null)
            .List(Deliveries, record.Deliveries.Select(delivery => DeliveryItem.Write(delivery).ToValue()))
            .Number(Claim, record.Claim)
            .Time(HeldUntil, record.HeldUntil)
            .Expires(notice.At + retention);
        return Due(row, record, DueShard, DueTime).Item;
    }

    public static NotificationRecord Read(IReadOnlyDictionary<string, AttributeValue> item)
    {
        var row = ItemReader.Row(item);
        var incident = IncidentItem.Read(row);
        var notice = new TimelineEntry
        {
            Key = row.Text(RowKey.SkName),
            Incident = incident,
            Transition = row.NameOrNull<Transition>("tn"),
            At = row.Time("at"),
            Reaction = row.MapOrNull("re") is { } reaction ? ReactionItem.Read(reaction, incident) : null,
        };
        return new NotificationRecord
        {
            Entry = row.MapOrNull("e") is { } entry ? notice with { Change = IncidentChangeItem.Read(entry, Implied(notice)) } : notice,
            Deliveries = row.Maps(Deliveries, DeliveryItem.Read),
            Feedback = row.Maps(Feedback, FeedbackItem.Read),
            Claim = row.Count(Claim),
            HeldUntil = row.TimeOrNull(HeldUntil),
        };
    }

    /// <summary>The keys of the index <c>due</c> under these names, where a delivery waits.</summary>
    public static ItemWriter Due(ItemWriter row, NotificationRecord record, string shard, string time) => record.DueAt is { } due
        ? row.Text(shard, ShardName(ShardOf(record))).Text(time, SortableTime(due))
        : row;

    public static string ShardName(int shard) => string.Create(CultureInfo.InvariantCulture, $"DUE#{shard}");

    public static string SortableTime(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    // An entry of an opening or an end happened when the incident says that it began or ended.
    private static IncidentChangeItem.Implied Implied(TimelineEntry notice) =>
        new(OccurredAt: notice.Incident.ResolvedAt ?? notice.Incident.OpenedAt, RecordedAt: notice.At);

    private static int ShardOf(NotificationRecord record)
    {
        var hash = StableHash.Of(record.Entry.Incident.Id, record.Entry.Key);
        return int.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Shards;
    }
}
