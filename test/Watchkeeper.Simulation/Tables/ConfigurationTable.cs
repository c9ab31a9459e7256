using System.Collections.Immutable;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>The table as the configuration in force uses it: it reads one row. Observes what each process is answered.</summary>
internal sealed class ConfigurationTable(IRowTable inner, KnownConfiguration known) : IRowTable
{
    public async Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        known.Ask();
        var row = await inner.ReadAsync(key, cancellationToken);
        known.Answer(row);
        return row;
    }

    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        throw new NotSupportedException("a function applies nothing");

    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("a function applies nothing");

    public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
        throw new NotSupportedException("a function may read the row of the version in force alone");

    public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
        throw new NotSupportedException("a function may read the row of the version in force alone");

    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
        throw new NotSupportedException("a function may read the row of the version in force alone");
}
