using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>A table in memory behind something like a network: other tasks may run before each call.</summary>
/// <param name="writing">How the table changes rows.</param>
/// <param name="written">Observes each change as it happens: the row that it replaces, and the new row.</param>
internal sealed class MemoryTable(Writing writing, Action<StoreChange> written) : IRowTable
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<RowKey, Row> rows = ImmutableSortedDictionary.Create<RowKey, Row>(RowKey.Order);

    public async Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return rows.GetValueOrDefault(key);
    }

    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        ChangeAsync((current, changes) => RowTransaction.Run(
            write, current.GetValueOrDefault(write.Key), after => changes.Add((write.Key, after))));

    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        ChangeAsync((current, changes) => RowTransaction.Run(
            writes, key => current.GetValueOrDefault(key), (write, _, after) => changes.Add((write.Key, after))));

    public async IAsyncEnumerable<Row> QueryAsync(
        string pk, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var (key, row) in rows)
        {
            if (key.Pk == pk && key.Sk.StartsWith(prefix, StringComparison.Ordinal))
                yield return row;
        }
    }

    public async IAsyncEnumerable<Row> QueryIndexAsync(
        RowIndex index, string? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var row in rows.Values)
        {
            if (index.Has(row, upTo))
                yield return row;
        }
    }

    public async Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return range.ToPage(rows.Values);
    }

    /// <summary>
    /// Evaluates guards on the rows of one moment, and applies the changes in the same step or, wrongly, later.
    /// </summary>
    private async Task<T> ChangeAsync<T>(Func<ImmutableSortedDictionary<RowKey, Row>, List<(RowKey Key, Row? After)>, T> decide)
    {
        var changes = new List<(RowKey Key, Row? After)>();
        await Task.Yield();
        if (writing is Writing.InOneStep)
        {
            lock (gate)
                return Make(changes, decide(rows, changes));
        }

        var answer = decide(rows, changes);
        await Task.Yield();
        lock (gate)
            return Make(changes, answer);
    }

    private T Make<T>(List<(RowKey Key, Row? After)> changes, T answer)
    {
        foreach (var (key, after) in changes)
        {
            var before = rows.GetValueOrDefault(key);
            rows = after is null ? rows.Remove(key) : rows.SetItem(key, after);
            if (StoreChanges.Read(key.Sk, before, after) is { } change)
                written(change);
        }

        return answer;
    }
}
