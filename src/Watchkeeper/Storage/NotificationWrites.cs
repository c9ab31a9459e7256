using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>The writes of the notice log.</summary>
internal static class NotificationWrites
{
    /// <summary>
    /// The whole row, where there is none. It is an update like the one that settles it: DynamoDB's SDK prepares itself for each kind of
    /// answer by itself, and a second kind took some twentieth of the start of a function that tells people.
    /// </summary>
    public static RowUpdate PutIfAbsent(NotificationRecord record, TimeSpan retention) => new(
        NotificationItem.KeyOf(record),
        [
            .. NotificationItem.Write(record, retention).Attributes
                .Where(attribute => attribute.Key is not (RowKey.PkName or RowKey.SkName))
                .Select(attribute => RowChange.Set(attribute.Key, attribute.Value)),
        ],
        RowGuard.Missing(RowKey.PkName));

    /// <summary>
    /// Holds as long as nobody claimed or settled the row since it was read: one that settles it late would otherwise not be heard of,
    /// and what was sent would be sent again.
    /// </summary>
    /// <param name="mine">The row with our claim.</param>
    /// <param name="before">The row as it was read.</param>
    public static RowUpdate TakeOver(NotificationRecord mine, NotificationRecord before) => new(
        NotificationItem.KeyOf(mine),
        [
            RowChange.Set(NotificationItem.Claim, RowValue.Number(mine.Claim)),
            RowChange.Set(NotificationItem.HeldUntil, ItemWriter.Time(mine.HeldUntil!.Value)),
        ],
        RowGuard.All(
            SameClaim(before),
            before.HeldUntil is { } held
                ? RowGuard.Equal(NotificationItem.HeldUntil, ItemWriter.Time(held))
                : RowGuard.Missing(NotificationItem.HeldUntil)))
    {
        WantsRow = true,
    };

    /// <summary>What became of the deliveries, and the end of the claim.</summary>
    public static RowUpdate Settle(NotificationRecord record)
    {
        var deliveries = RowChange.Set(NotificationItem.Deliveries, NotificationItem.DeliveriesOf(record));
        var free = RowChange.Remove(NotificationItem.HeldUntil);
        return new RowUpdate(
            NotificationItem.KeyOf(record),
            record.DueAt is { } due
                ?
                [
                    deliveries,
                    RowChange.Set(NotificationItem.DueShard, RowValue.Text(NotificationItem.ShardOf(record))),
                    RowChange.Set(NotificationItem.DueTime, RowValue.Text(NotificationItem.SortableTime(due))),
                    free,
                ]
                : [deliveries, free, RowChange.Remove(NotificationItem.DueShard), RowChange.Remove(NotificationItem.DueTime)],
            SameClaim(record));
    }

    /// <summary>Touches nothing else of the row, so that whoever claims or settles it meanwhile is not in the way.</summary>
    /// <param name="record">The row with the feedback.</param>
    /// <param name="before">The row as it was read.</param>
    public static RowUpdate SetFeedback(NotificationRecord record, NotificationRecord before) => new(
        NotificationItem.KeyOf(record),
        [RowChange.Set(NotificationItem.Feedback, NotificationItem.FeedbackOf(record))],
        before.Feedback.IsEmpty
            ? RowGuard.All(RowGuard.Exists(RowKey.PkName), RowGuard.Missing(NotificationItem.Feedback))
            : RowGuard.Equal(NotificationItem.Feedback, NotificationItem.FeedbackOf(before)))
    {
        WantsRow = true,
    };

    private static RowGuard SameClaim(NotificationRecord record) => RowGuard.Equal(NotificationItem.Claim, record.Claim);
}
