using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>The table across a process's boundary: each call is a step of the history, at which a fault may happen.</summary>
internal sealed class BoundaryTable(SimulatedTable table, IBoundary boundary) : IRowTable
{
    public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        boundary.CallAsync($"{KindOf(key)}.read", key.ToString(), () => table.Read(key), null, cancellationToken);

    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        boundary.CallAsync($"{KindOf(write.Key)}.write", write.Key.ToString(), () => table.Write(write), null, cancellationToken);

    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            $"{KindOf(writes[0].Key)}.write-all", writes[0].Key.ToString(), () => table.WriteAll(writes), null,
            cancellationToken);

    public async IAsyncEnumerable<Row> QueryAsync(
        string pk, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await boundary.CallAsync("rows.query", pk, () => table.Query(pk, prefix), null, cancellationToken))
            yield return row;
    }

    public async IAsyncEnumerable<Row> QueryIndexAsync(
        RowIndex index, string? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Index queries are never consistent: a listed row may have changed before it is read.
        var rows = await boundary.CallAsync(
            $"{index.Prefix.ToLowerInvariant()}.query", "", () => table.QueryIndex(index, upTo), null, cancellationToken);
        foreach (var row in rows)
            yield return row;
    }

    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
        boundary.CallAsync("rows.range", range.Partition, () => table.ReadRange(range), null, cancellationToken);

    private static string KindOf(RowKey key) => key.Sk switch
    {
        Keys.SlotSk => "slots",
        ['T' or 'N', '#', ..] => "notices",
        _ when key == Keys.ConfigurationHead => "configuration",
        _ when key.Pk.StartsWith("L#", StringComparison.Ordinal) => "lists",
        _ => "ledger",
    };
}
