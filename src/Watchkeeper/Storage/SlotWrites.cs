using Watchkeeper.Incidents;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>Converts writes of slots to writes of rows.</summary>
internal static class SlotWrites
{
    /// <param name="write">The write.</param>
    /// <param name="retention">How long a slot without an active incident is stored.</param>
    public static RowWrite ToRowWrite(SlotWrite write, TimeSpan retention) => write switch
    {
        SlotPut replacement => new RowPut(SlotItem.Write(replacement.Next, retention), Standing(replacement.Expected)),
        SlotUpdate update => SlotRowUpdate.Create(update, retention),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "not a kind of write that is known here"),
    };

    private static RowGuard Standing(long version) =>
        version == 0 ? RowGuard.NoRow : RowGuard.Equal(SlotItem.Version, version);
}
