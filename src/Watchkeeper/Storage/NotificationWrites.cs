using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>The writes of the notification log.</summary>
internal static class NotificationWrites
{
    /// <summary>
    /// Writes the whole row if it does not exist. The write is an update, like the write that settles the row: DynamoDB's SDK
    /// prepares each kind of answer separately, and a second kind took about a twentieth of the start of a notifying function.
    /// </summary>
    public static RowUpdate PutIfAbsent(NotificationRecord record, TimeSpan retention) =>
        RowUpdate.From(NotificationItem.Write(record, retention), RowGuard.NoRow);

    /// <summary>
    /// Holds while no process has claimed or settled the row since it was read. Without this guard a late settlement would be
    /// lost, and its messages would be sent again.
    /// </summary>
    /// <param name="mine">The row with our claim.</param>
    /// <param name="before">The row as it was read.</param>
    public static RowUpdate TakeOver(NotificationRecord mine, NotificationRecord before) => new(
        NotificationItem.KeyOf(mine),
        [
            RowChange.Set(NotificationItem.Claim, RowValue.Number(mine.Claim)),
            RowChange.Set(NotificationItem.HeldUntil, ItemWriter.Time(mine.HeldUntil!.Value)),
        ],
        AsItWas(before))
    {
        WantsRow = true,
    };

    /// <summary>
    /// Gives up what nobody will send, without a claim: a process that died between claim and settlement would leave the row as
    /// it is. Holds while the row is as it was read.
    /// </summary>
    /// <param name="record">The row with its deliveries given up.</param>
    /// <param name="before">The row as it was read.</param>
    public static RowUpdate GiveUp(NotificationRecord record, NotificationRecord before) => Settle(record, AsItWas(before));

    /// <summary>The results of the deliveries, and the end of the claim.</summary>
    public static RowUpdate Settle(NotificationRecord record) => Settle(record, SameClaim(record));

    private static RowUpdate Settle(NotificationRecord record, RowGuard guard)
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
            guard);
    }

    /// <summary>Changes only the feedback, so that a concurrent claim or settlement causes no conflict.</summary>
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

    private static RowGuard AsItWas(NotificationRecord before) => RowGuard.All(
        SameClaim(before),
        before.HeldUntil is { } held
            ? RowGuard.Equal(NotificationItem.HeldUntil, ItemWriter.Time(held))
            : RowGuard.Missing(NotificationItem.HeldUntil));

    private static RowGuard SameClaim(NotificationRecord record) => RowGuard.Equal(NotificationItem.Claim, record.Claim);
}
