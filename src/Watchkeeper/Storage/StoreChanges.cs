using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>What the change of a row means to those who tell and react.</summary>
public static class StoreChanges
{
    /// <summary>Whether something is derived from changes of a row.</summary>
    /// <param name="sk">The row's sort key.</param>
    public static bool IsOf(string sk)
    {
        ArgumentNullException.ThrowIfNull(sk);
        return sk is Keys.SlotSk || sk.StartsWith(Keys.ReactionPrefix, StringComparison.Ordinal);
    }

    /// <summary>What is derived from the change of a row; null where nothing is, or the row is gone.</summary>
    /// <param name="sk">The row's sort key.</param>
    /// <param name="before">The row before; null where there was none.</param>
    /// <param name="after">The row after; null where it is gone.</param>
    /// <param name="beforePath">JSON path of the row before, for what is wrong in it.</param>
    /// <param name="afterPath">JSON path of the row after.</param>
    /// <exception cref="UnreadableRowException">One of the rows cannot be read.</exception>
    public static StoreChange? Of(string sk, Row? before, Row? after, string beforePath = "$", string afterPath = "$")
    {
        if (after is null || !IsOf(sk))
            return null;
        return sk is Keys.SlotSk
            ? new SlotChanged(before is null ? null : SlotItem.Read(before, beforePath), SlotItem.Read(after, afterPath))
            : new ReactionChanged(
                before is null ? null : ReactionItem.ReadRow(before, beforePath), ReactionItem.ReadRow(after, afterPath));
    }
}
