using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>The table as the world itself reads it: at once, without a step of the history and without faults.</summary>
internal sealed class RowsInHand(SimulatedTable table) : IRowTable
{
    public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) => Task.FromResult(table.Read(key));

    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        Task.FromResult(table.Write(write));

    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        Task.FromResult(table.WriteAll(writes));

    public async IAsyncEnumerable<Row> QueryAsync(
        string pk, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in table.Query(pk, prefix))
            yield return row;
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<Row> QueryIndexAsync(
        RowIndex index, string? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in table.QueryIndex(index, upTo))
            yield return row;
        await Task.CompletedTask;
    }

    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
        Task.FromResult(table.ReadRange(range));
}
