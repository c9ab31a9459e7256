using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>Maps the change of a row to a change of the domain, for notifications and reactions.</summary>
public static class StoreChanges
{
    /// <summary>Whether changes of a row have an effect.</summary>
    /// <param name="sk">The row's sort key.</param>
    public static bool IsOf(string sk)
    {
        ArgumentNullException.ThrowIfNull(sk);
        return sk is Keys.SlotSk || sk.StartsWith(Keys.ReactionPrefix, StringComparison.Ordinal);
    }

    /// <summary>The domain's change; null if the row's change has no effect or the row was deleted.</summary>
    /// <param name="sk">The row's sort key.</param>
    /// <param name="before">The row before the change; null if the row is new.</param>
    /// <param name="after">The row after the change; null if it was deleted.</param>
    /// <param name="beforePath">JSON path of the row before the change, for errors.</param>
    /// <param name="afterPath">JSON path of the row after the change, for errors.</param>
    /// <exception cref="UnreadableRowException">One of the rows is unreadable.</exception>
    public static StoreChange? Read(string sk, Row? before, Row? after, string beforePath = "$", string afterPath = "$")
    {
        if (after is null || !IsOf(sk))
            return null;
        return sk is Keys.SlotSk
            ? new SlotChanged(before is null ? null : SlotItem.Read(before, beforePath), SlotItem.Read(after, afterPath))
            : new ReactionChanged(
                before is null ? null : ReactionItem.ReadRow(before, beforePath), ReactionItem.ReadRow(after, afterPath));
    }

    /// <summary>The timeline entry that a row holds; null if the row is another one.</summary>
    /// <param name="sk">The row's sort key.</param>
    /// <param name="row">The row; asked for only if it holds an entry.</param>
    /// <exception cref="UnreadableRowException">The row is unreadable.</exception>
    public static NotificationRecord? ReadEntry(string sk, Func<Row> row)
    {
        ArgumentNullException.ThrowIfNull(sk);
        ArgumentNullException.ThrowIfNull(row);
        return sk.StartsWith(Keys.ChangePrefix, StringComparison.Ordinal)
            || sk.StartsWith(Keys.ReactionEntryPrefix, StringComparison.Ordinal)
                ? NotificationItem.Read(row())
                : null;
    }
}
