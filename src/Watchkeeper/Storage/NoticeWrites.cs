using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>The writes of the notice log.</summary>
internal static class NoticeWrites
{
    /// <summary>
    /// The whole row, where there is none. It is an update like the one that settles it: DynamoDB's SDK prepares itself for each kind of
    /// answer by itself, and a second kind took some twentieth of the start of a function that tells people.
    /// </summary>
    public static RowUpdate PutIfAbsent(NoticeRecord record, TimeSpan retention) => new(
        NoticeItem.KeyOf(record),
        [
            .. NoticeItem.Write(record, retention).Attributes
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
    public static RowUpdate TakeOver(NoticeRecord mine, NoticeRecord before) => new(
        NoticeItem.KeyOf(mine),
        [
            RowChange.Set(NoticeItem.Claim, RowValue.Number(mine.Claim)),
            RowChange.Set(NoticeItem.HeldUntil, ItemWriter.Time(mine.HeldUntil!.Value)),
        ],
        RowGuard.All(
            SameClaim(before),
            before.HeldUntil is { } held
                ? RowGuard.Equal(NoticeItem.HeldUntil, ItemWriter.Time(held))
                : RowGuard.Missing(NoticeItem.HeldUntil)))
    {
        WantsRow = true,
    };

    /// <summary>What became of the deliveries, and the end of the claim.</summary>
    public static RowUpdate Settle(NoticeRecord record)
    {
        var deliveries = RowChange.Set(NoticeItem.Deliveries, NoticeItem.DeliveriesOf(record));
        var free = RowChange.Remove(NoticeItem.HeldUntil);
        return new RowUpdate(
            NoticeItem.KeyOf(record),
            record.DueAt is { } due
                ?
                [
                    deliveries,
                    RowChange.Set(NoticeItem.DueShard, RowValue.Text(NoticeItem.ShardOf(record))),
                    RowChange.Set(NoticeItem.DueTime, RowValue.Text(NoticeItem.SortableTime(due))),
                    free,
                ]
                : [deliveries, free, RowChange.Remove(NoticeItem.DueShard), RowChange.Remove(NoticeItem.DueTime)],
            SameClaim(record));
    }

    /// <summary>Touches nothing else of the row, so that whoever claims or settles it meanwhile is not in the way.</summary>
    /// <param name="record">The row with the feedback.</param>
    /// <param name="before">The row as it was read.</param>
    public static RowUpdate SetFeedback(NoticeRecord record, NoticeRecord before) => new(
        NoticeItem.KeyOf(record),
        [RowChange.Set(NoticeItem.Feedback, NoticeItem.FeedbackOf(record))],
        before.Feedback.IsEmpty
            ? RowGuard.All(RowGuard.Exists(RowKey.PkName), RowGuard.Missing(NoticeItem.Feedback))
            : RowGuard.Equal(NoticeItem.Feedback, NoticeItem.FeedbackOf(before)))
    {
        WantsRow = true,
    };

    private static RowGuard SameClaim(NoticeRecord record) => RowGuard.Equal(NoticeItem.Claim, record.Claim);
}
