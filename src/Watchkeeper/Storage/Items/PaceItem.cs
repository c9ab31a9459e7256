using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>The pace of an address as a row.</summary>
internal static class PaceItem
{
    private const string NextAt = "n";
    private const string BlockedUntil = "u";
    private const string Failures = "f";
    private const string Reason = "r";

    /// <summary>
    /// The state as an update, like the other writes of a message: DynamoDB's SDK prepares each kind of answer separately.
    /// </summary>
    public static RowUpdate Write(Channel channel, AddressPace pace, DateTimeOffset end, RowGuard guard)
    {
        var row = ItemWriter.Row(Keys.Pace(channel))
            .Time(NextAt, pace.NextAt)
            .Time(BlockedUntil, pace.BlockedUntil)
            .Count(Failures, pace.Failures)
            .Text(Reason, pace.Reason)
            .Expires(end).ToRow();
        string[] optional = [BlockedUntil, Failures, Reason];
        var update = RowUpdate.From(row, guard);
        return update with
        {
            Changes = [.. update.Changes, .. optional.Where(name => !row.Has(name)).Select(RowChange.Remove)],
        };
    }

    public static AddressPace Read(Row? item)
    {
        if (item is not { Count: > 0 })
            return AddressPace.Idle;
        var row = ItemReader.From(item);
        return new AddressPace
        {
            NextAt = row.Time(NextAt),
            BlockedUntil = row.TimeOrNull(BlockedUntil),
            Failures = row.Count(Failures),
            Reason = row.TextOrEmpty(Reason),
        };
    }

    /// <summary>The guard that the address is idle: nothing waits, and nothing failed.</summary>
    public static RowGuard IsIdle(DateTimeOffset now) => RowGuard.Any(
        RowGuard.NoRow,
        RowGuard.All(RowGuard.AtMost(NextAt, ItemWriter.Time(now)), RowGuard.Missing(Failures)));

    /// <summary>The guard that exactly this state is stored.</summary>
    /// <param name="current">The row as it was read; null without one.</param>
    public static RowGuard Holds(Row? current) => current is not { Count: > 0 }
        ? RowGuard.NoRow
        : RowGuard.All(Same(current, NextAt), Same(current, BlockedUntil), Same(current, Failures));

    private static RowGuard Same(Row row, string name) =>
        row.At(name) is { } value ? RowGuard.Equal(name, value) : RowGuard.Missing(name);
}
