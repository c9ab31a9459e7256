using System.Collections.Immutable;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>
/// The table. Each method is one indivisible step, as single writes and transactions of DynamoDB are (developer guide, «DynamoDB
/// transactions» and «Conditional writes»).
/// </summary>
/// <param name="agenda">The time by which rows expire.</param>
/// <param name="watcher">Observes each change.</param>
/// <param name="expiryDelay">How long rows outlive their time to live; null keeps them forever.</param>
internal sealed partial class SimulatedTable(Agenda agenda, ITableWatcher watcher, TimeSpan? expiryDelay)
{
    private readonly Dictionary<RowKey, StandingRow> rows = [];
    private readonly Dictionary<string, SortedSet<RowKey>> partitions = new(StringComparer.Ordinal);

    // Queries return rows in the order of their keys, so that no history depends on the order of a hash table.
    private readonly Dictionary<string, SortedSet<RowKey>> indexes = new(StringComparer.Ordinal);
    private readonly ChangeNotifier notifier = new(watcher);

    public Row? Read(RowKey key) => Standing(key)?.Row;

    public RowWriteResult Write(RowWrite write)
    {
        var current = Standing(write.Key);
        return RowTransaction.Run(write, current?.Row, after => Put(write, current, after));
    }

    public RowTransactionResult WriteAll(ImmutableArray<RowWrite> writes) =>
        RowTransaction.Run(writes, Read, (write, _, after) => Put(write, Standing(write.Key), after));

    public ImmutableArray<Row> Query(string pk, string prefix) => partitions.TryGetValue(pk, out var keys)
        ? [.. keys.Where(key => key.Sk.StartsWith(prefix, StringComparison.Ordinal)).ToList().Select(Read).OfType<Row>()]
        : [];

    public ImmutableArray<Row> QueryIndex(RowIndex index, string? upTo) => [.. Indexed(index, upTo).Select(row => row.Row)];

    public RowPage ReadRange(RowRange range) =>
        range.ToPage(range.Index is { } index ? QueryIndex(index, null) : Query(range.Partition, ""));

    private IEnumerable<StandingRow> Indexed(RowIndex index, string? upTo) => indexes.TryGetValue(index.Prefix, out var keys)
        ? keys.Select(key => rows[key]).Where(row => row.IsIn(index, upTo))
        : [];

    private void Put(RowWrite write, StandingRow? before, Row? after)
    {
        if (after is null)
        {
            Remove(write.Key);
            return;
        }

        var standing = new StandingRow(write.Key, after);
        rows[write.Key] = standing;
        if (before is null)
            SetOf(partitions, write.Key.Pk).Add(write.Key);
        foreach (var index in StandingRow.Indexes)
            Keep(index, write.Key, standing.IsIn(index, null));
        notifier.Notify(write, before, standing);
    }

    // «Items are deleted within a few days of their expiration», and can be read and changed until then (developer guide, TTL).
    private StandingRow? Standing(RowKey key)
    {
        if (!rows.TryGetValue(key, out var row))
            return null;
        if (expiryDelay is not { } delay || row.End is not { } end || agenda.Now < end + delay)
            return row;
        Remove(key);
        return null;
    }

    private void Remove(RowKey key)
    {
        if (!rows.Remove(key))
            return;
        partitions[key.Pk].Remove(key);
        foreach (var index in StandingRow.Indexes)
            Keep(index, key, isIn: false);
    }

    private void Keep(RowIndex index, RowKey key, bool isIn)
    {
        if (isIn)
            SetOf(indexes, index.Prefix).Add(key);
        else if (indexes.TryGetValue(index.Prefix, out var keys))
            keys.Remove(key);
    }

    private static SortedSet<RowKey> SetOf(Dictionary<string, SortedSet<RowKey>> sets, string name)
    {
        if (!sets.TryGetValue(name, out var set))
            sets[name] = set = new SortedSet<RowKey>(RowKey.Order);
        return set;
    }
}
