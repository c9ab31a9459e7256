using System.Collections.Immutable;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A correct table; bugs override the method that they get wrong.</summary>
internal abstract class TableBug(IRowTable inner) : IRowTable
{
    protected IRowTable Inner => inner;

    public virtual Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        inner.ReadAsync(key, cancellationToken);

    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        inner.WriteAsync(write, cancellationToken);

    public virtual Task<RowTransactionResult> WriteAllAsync(
        ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => inner.WriteAllAsync(writes, cancellationToken);

    public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
        inner.QueryAsync(pk, prefix, cancellationToken);

    public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
        inner.QueryIndexAsync(index, upTo, cancellationToken);

    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
        inner.ReadRangeAsync(range, cancellationToken);
}

internal sealed class TableThatRemembersTheFirstAnswer(IRowTable inner) : TableBug(inner)
{
    private Task<Row?>? first;

    public override Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        first is { IsCompletedSuccessfully: true } ? first : first = Inner.ReadAsync(key, cancellationToken);
}

internal sealed class TableThatAnswersAsBefore(IRowTable inner) : TableBug(inner)
{
    private Row? before;
    private int reads;

    public override async Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        var (now, then) = (await Inner.ReadAsync(key, cancellationToken), before);
        before = now;
        return reads++ == 0 ? now : then;
    }
}

internal sealed class TableWithoutGuards(IRowTable inner) : TableBug(inner)
{
    public override Task<RowTransactionResult> WriteAllAsync(
        ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => Inner.WriteAllAsync(
            [.. writes.Select(write => write is RowPut put ? new RowPut(put.Row) : write)], cancellationToken);
}

internal sealed class TableWithoutHashes(IRowTable inner) : TableBug(inner)
{
    public override Task<RowTransactionResult> WriteAllAsync(
        ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => Inner.WriteAllAsync(
            [.. writes.Where(write => write.Key.Pk != Keys.ConfigurationHashes)], cancellationToken);
}

internal sealed class TableWithoutHistory(IRowTable inner) : TableBug(inner)
{
    public override Task<RowTransactionResult> WriteAllAsync(
        ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => Inner.WriteAllAsync(
            [.. writes.Where(write => write.Key.Pk != Keys.ConfigurationEntries)], cancellationToken);
}
