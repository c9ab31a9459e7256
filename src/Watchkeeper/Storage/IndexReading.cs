using System.Runtime.CompilerServices;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>Lists rows by a sparse index.</summary>
internal static class IndexReading
{
    /// <summary>Reads the rows in an index. Each row comes from the table and may be newer than its index entry.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index.</param>
    /// <param name="upTo">The last sort key to include; null for all.</param>
    /// <param name="read">Parses a row.</param>
    /// <param name="setAside">Stores an unreadable row; null makes the list fail.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public static async IAsyncEnumerable<T> ReadIndexAsync<T>(
        this IRowTable table, RowIndex index, string? upTo, Func<Row, T> read, SetAside? setAside,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryIndexAsync(index, upTo, cancellationToken))
        {
            T item;
            try
            {
                item = read(row);
            }
            catch (UnreadableRowException unreadable) when (setAside is not null)
            {
                await setAside(new UnreadableRow(RowJson.Write(row), unreadable.Rejection), cancellationToken);
                await TakeOutAsync(table, index, row, cancellationToken);
                continue;
            }

            yield return item;
        }
    }

    // Refused if another sweep has already removed the row.
    private static Task<RowWriteResult> TakeOutAsync(
        IRowTable table, RowIndex index, Row row, CancellationToken cancellationToken) => table.WriteAsync(
            new RowUpdate(
                RowKey.From(row), [RowChange.Remove(index.ShardName)], RowGuard.Exists(index.ShardName)), cancellationToken);
}
