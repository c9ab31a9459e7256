using System.Collections.Immutable;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Every change of a row, in the order in which they were made: in place of the table's stream. A change is there if and only if what it
/// tells of is.
/// </summary>
/// <param name="database">The database.</param>
public sealed class ChangeTable(EmbeddedDatabase database)
{
    /// <summary>Changes after a sequence number (0: from the first), oldest first.</summary>
    /// <param name="after">The last one that is known already.</param>
    /// <param name="max">At most so many.</param>
    public ImmutableArray<RowChanged> Read(long after, int max) =>
    [
        .. database.Read(session => session.List(
            row => new RowChanged(
                row.GetInt64(0),
                new RowKey(row.GetString(1), row.GetString(2)),
                row.IsDBNull(3) ? null : EmbeddedTable.Read(row.GetString(3)),
                row.IsDBNull(4) ? null : EmbeddedTable.Read(row.GetString(4))),
            "SELECT sequence, pk, sk, before, after FROM changes WHERE sequence > $1 ORDER BY sequence LIMIT $2",
            after,
            max)),
    ];

    /// <summary>The last change that a consumer is done with; 0 where there is none.</summary>
    /// <param name="consumer">Its name, such as <c>notify</c>.</param>
    public long Checkpoint(string consumer) =>
        database.Read(session => session.Number("SELECT sequence FROM checkpoints WHERE consumer = $1", consumer)) ?? 0;

    /// <summary>Remembers that a consumer is done with a change and all before it. It never goes back.</summary>
    public Task AdvanceAsync(string consumer, long sequence, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Run(
            """
            INSERT INTO checkpoints (consumer, sequence) VALUES ($1, $2)
            ON CONFLICT (consumer) DO UPDATE SET sequence = max(sequence, excluded.sequence)
            """,
            consumer,
            sequence),
        cancellationToken);

    internal static void Append(EmbeddedSession session, RowKey key, string? before, string? after) =>
        session.Run("INSERT INTO changes (pk, sk, before, after) VALUES ($1, $2, $3, $4)", key.Pk, key.Sk, before, after);
}

/// <summary>A change of a row.</summary>
/// <param name="Sequence">Its place among all changes, from 1 on.</param>
/// <param name="Key">The row.</param>
/// <param name="Before">The row before; null where there was none.</param>
/// <param name="After">The row after; null where it is gone.</param>
public sealed record RowChanged(long Sequence, RowKey Key, Row? Before, Row? After);
