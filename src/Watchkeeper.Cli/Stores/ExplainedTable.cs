using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Stores;

/// <summary>A table whose errors tell a person what to do.</summary>
/// <param name="table">The table.</param>
/// <param name="explain">Explains an error; null leaves it unchanged.</param>
internal sealed class ExplainedTable(IRowTable table, Func<Exception, CancellationToken, RunException?> explain) : IRowTable
{
    /// <inheritdoc/>
    public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        RunAsync(() => table.ReadAsync(key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        RunAsync(() => table.WriteAsync(write, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        RunAsync(() => table.WriteAllAsync(writes, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
        ReadAllAsync(table.QueryAsync(pk, prefix, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
        ReadAllAsync(table.QueryIndexAsync(index, upTo, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
        RunAsync(() => table.ReadRangeAsync(range, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<Row> ReadAllAsync(
        IAsyncEnumerable<Row> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = rows.GetAsyncEnumerator(cancellationToken);
        while (await RunAsync(() => enumerator.MoveNextAsync().AsTask(), cancellationToken))
            yield return enumerator.Current;
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception fault)
        {
            if (explain(fault, cancellationToken) is { } explained)
                throw explained;
            throw;
        }
    }
}
