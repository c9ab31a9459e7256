using Watchkeeper.Counting;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Windows of counted events as rows, one for each key. A write is one request and needs no read: a refusal returns the current
/// window. It takes 1 unit, or more for a threshold over 35 events or 22 values.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">Our clock, for the rows' expiry alone.</param>
public sealed class CountStore(IRowTable table, TimeProvider time)
{
    // Twice EventBridge's retry time, so that late events still find their window.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(2);

    /// <summary>Replaces a window, or writes the first one, if the stored window is the one that was decided on.</summary>
    /// <param name="counted">The event; its key is the window's.</param>
    /// <param name="known">The window that must be stored; <see cref="CountWindow.Empty"/> if none may be.</param>
    /// <param name="next">The window after the event.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<CountWriteResult> WriteAsync(
        CountedEvent counted, CountWindow known, CountWindow next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var end = time.GetUtcNow() + counted.Threshold.Window + Retention;
        var write = new RowPut(CountItem.WriteRow(counted.Key, next, end), CountItem.Holds(known));
        return await table.WriteAsync(write, cancellationToken) is RowRefused refused
            ? new CountWriteResult.Refused(CountItem.Read(refused.Current))
            : new CountWriteResult.Written();
    }
}
