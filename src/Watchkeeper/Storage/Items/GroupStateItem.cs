using Watchkeeper.Grouping;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>When a group was told and is told next, as a row.</summary>
internal static class GroupStateItem
{
    private const string NextAt = "n";
    private const string ToldAt = "t";
    private const string ToldAlone = "m";
    private const string HeldUntil = "hu";
    private const string FullAt = "f";

    private static readonly string[] All = [NextAt, ToldAt, ToldAlone, HeldUntil, FullAt];

    /// <summary>
    /// The state as an update, like the other writes of a message: DynamoDB's SDK prepares each kind of answer separately.
    /// </summary>
    public static RowUpdate Write(string group, GroupState state, DateTimeOffset end, RowGuard guard)
    {
        var row = Start(group, state).Expires(end).ToRow();
        var update = RowUpdate.From(row, guard);
        return update with { Changes = [.. update.Changes, .. All.Where(name => !row.Has(name)).Select(RowChange.Remove)] };
    }

    public static GroupState Read(Row? item)
    {
        if (item is not { Count: > 0 })
            return GroupState.None;
        var row = ItemReader.From(item);
        return new GroupState
        {
            NextAt = row.TimeOrNull(NextAt),
            ToldAt = row.TimeOrNull(ToldAt),
            ToldAlone = row.TextOrNull(ToldAlone),
            HeldUntil = row.TimeOrNull(HeldUntil),
            FullAt = row.TimeOrNull(FullAt),
        };
    }

    /// <summary>The guard that exactly this state is stored.</summary>
    public static RowGuard Holds(string group, GroupState state) => Holds(Start(group, state).ToRow());

    /// <summary>The guard that exactly this state is stored.</summary>
    /// <param name="current">The row as it was read; null without one.</param>
    public static RowGuard Holds(Row? current) => current is not { Count: > 0 }
        ? RowGuard.NoRow
        : RowGuard.All([.. All.Select(name => current.At(name) is { } value ? RowGuard.Equal(name, value) : RowGuard.Missing(name))]);

    private static ItemWriter Start(string group, GroupState state) => ItemWriter.Row(Keys.MessageGroup(group))
        .Time(NextAt, state.NextAt)
        .Time(ToldAt, state.ToldAt)
        .Text(ToldAlone, state.ToldAlone)
        .Time(HeldUntil, state.HeldUntil)
        .Time(FullAt, state.FullAt);
}
