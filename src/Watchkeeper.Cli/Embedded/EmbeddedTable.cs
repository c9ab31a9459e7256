using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The table in the embedded database. Each write is a transaction that writes the row and its change record.</summary>
/// <param name="database">The database.</param>
internal sealed class EmbeddedTable(EmbeddedDatabase database) : IRowTable
{
    private const string ByKey = "SELECT json FROM rows WHERE pk = $1 AND sk = $2";
    private const string ByPartition = "SELECT sk, json FROM rows WHERE pk = $1 AND sk >= $2 ORDER BY sk";
    private const string Delete = "DELETE FROM rows WHERE pk = $1 AND sk = $2";
    private const string Put =
        """
        INSERT INTO rows (pk, sk, json) VALUES ($1, $2, $3)
        ON CONFLICT (pk, sk) DO UPDATE SET json = excluded.json
        """;

    /// <inheritdoc/>
    public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => Find(session, key)));

    /// <inheritdoc/>
    public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken)
    {
        return database.WriteAsync(
            session =>
            {
                var current = Find(session, write.Key);
                return RowTransaction.Run(write, current, after => Change(session, write, current, after));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => RowTransaction.Run(
                writes, key => Find(session, key), (write, before, after) => Change(session, write, before, after)),
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        string pk, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Keys without the prefix sort after all keys with the prefix, so the query stops there.
        var rows = database.Read(session => session.ListWhile(
            row => (Sk: row.GetString(0), Json: row.GetString(1)),
            row => row.Sk.StartsWith(prefix, StringComparison.Ordinal),
            ByPartition, pk, prefix));
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(row.Json);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryIndexAsync(
        RowIndex index, string? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = EmbeddedSchema.Index(index.Name);
        var rows = database.Read(session => index.AllShards
            .SelectMany(shard => session.List(row => row.GetString(0), sql, shard, upTo)).ToList());
        foreach (var json in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(json);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(range);
        if (range.IsEmpty)
            return Task.FromResult(RowPage.Empty);
        var (lower, upper) = range.Bounds;
        var entries = database.Read(session => session.List(
            row => (SortKey: row.GetString(0), Json: row.GetString(1)),
            EmbeddedSchema.Range(range.Index?.Name, range.IsDescending),
            range.Partition, lower, upper, range.EntriesToRead));
        return Task.FromResult(range.ToPage(entries.Select(entry => (entry.SortKey, (Row?)Read(entry.Json)))));
    }

    /// <exception cref="InvalidDataException">The text is not a valid row.</exception>
    internal static Row Read(string json)
    {
        try
        {
            return RowJson.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"a row of the embedded store cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static Row? Find(EmbeddedSession session, RowKey key) =>
        session.Text(ByKey, key.Pk, key.Sk) is { } json ? Read(json) : null;

    private static void Change(EmbeddedSession session, RowWrite write, Row? before, Row? after)
    {
        // A write that changes nothing has no change record, as in DynamoDB's stream.
        if (before is null ? after is null : before.Equals(after))
            return;
        var (pk, sk) = (write.Key.Pk, write.Key.Sk);
        var json = Text(after);
        if (json is null)
            session.Run(Delete, pk, sk);
        else
            session.Run(Put, pk, sk, json);
        ChangeTable.Append(session, write.Key, Text(before), json);
    }

    private static string? Text(Row? row) => row is null ? null : Encoding.UTF8.GetString(RowJson.Write(row).Span);
}
