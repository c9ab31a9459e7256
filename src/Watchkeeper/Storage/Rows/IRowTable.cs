using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// One table of rows. Each write is one indivisible step. A table that cannot be reached throws; nothing is swallowed. What changed
/// comes out of a table as its kind has it: DynamoDB's stream, or a table of changes.
/// </summary>
public interface IRowTable
{
    /// <summary>One row, consistently; null where there is none.</summary>
    Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken);

    /// <summary>Carries out a write if its guard holds.</summary>
    /// <returns><see cref="RowWritten"/>, or <see cref="RowRefused"/> with the row that stood against it.</returns>
    /// <exception cref="InvalidRowWriteException">No table can carry it out on the row that stands there.</exception>
    Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken);

    /// <summary>Carries out writes of different rows if the guards of all hold.</summary>
    /// <returns><see cref="RowsWritten"/>, or <see cref="RowsRefused"/> with what each met.</returns>
    /// <exception cref="InvalidRowWriteException">No table can carry one out on the row that stands there.</exception>
    Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken);

    /// <summary>The rows of a partition whose sort keys begin so, consistently, in the order of their sort keys.</summary>
    IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// The rows that stand in an index, in no order. The index may lag behind; the rows themselves are read consistently, and may
    /// say something else by now.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="upTo">The last sort key that is wanted; null: all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken);
}
