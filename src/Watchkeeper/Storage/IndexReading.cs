using System.Runtime.CompilerServices;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>Lists by a sparse index.</summary>
internal static class IndexReading
{
    /// <summary>What the rows say that stand in an index. They are read from the table, and may say something else by now.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index.</param>
    /// <param name="upTo">The last sort key that is wanted; null: all.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="setAside">Keeps a row that cannot be read; null: the list fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
                await setAside(new UnreadableRow(RowJson.Write(row), unreadable.Path, unreadable.Reason), cancellationToken);
                await TakeOutAsync(table, index, row, cancellationToken);
                continue;
            }

            yield return item;
        }
    }

    // Refused where another sweep was as fast.
    private static Task<RowWriteResult> TakeOutAsync(
        IRowTable table, RowIndex index, Row row, CancellationToken cancellationToken) => table.WriteAsync(
            new RowUpdate(RowKey.Of(row), [RowChange.Remove(index.ShardName)], RowGuard.Exists(index.ShardName)), cancellationToken);
}
