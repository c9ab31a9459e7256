using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// One table of rows. Each write is atomic. If the table cannot be reached, the call throws. Each kind of table reports changes
/// in its own way: DynamoDB's stream, or a table of changes.
/// </summary>
public interface IRowTable
{
    /// <summary>Reads one row with a consistent read; null if it does not exist.</summary>
    Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken);

    /// <summary>Carries out a write if its guard holds.</summary>
    /// <returns><see cref="RowWritten"/>, or <see cref="RowRefused"/> with the current row.</returns>
    /// <exception cref="InvalidRowWriteException">No table can carry out the write on the current row.</exception>
    Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken);

    /// <summary>Carries out writes of different rows if all guards hold.</summary>
    /// <returns><see cref="RowsWritten"/>, or <see cref="RowsRefused"/> with the outcome of each write.</returns>
    /// <exception cref="InvalidRowWriteException">No table can carry out one of the writes on its current row.</exception>
    Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken);

    /// <summary>
    /// The rows of a partition whose sort keys have the prefix, with a consistent read, in the order of their sort keys.
    /// </summary>
    IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// The rows in an index, in no particular order. The index may lag behind. The rows themselves come from a consistent read,
    /// and may be newer than their index entries.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="upTo">The last sort key to include; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken);

    /// <summary>
    /// The rows of a range, in order. Reads of the table are consistent. An index may lag behind; its rows come from a consistent
    /// read, and may be newer than their index entries.
    /// </summary>
    Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken);
}
