using System.Collections.Immutable;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Every change of a row in the order of the writes, in place of the table's stream. A change exists if and only if its write was
/// committed.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class ChangeTable(EmbeddedDatabase database)
{
    /// <summary>Returns the changes after a sequence number, oldest first; 0 starts at the first change.</summary>
    /// <param name="after">The sequence number of the last processed change.</param>
    /// <param name="max">The maximum number of changes.</param>
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

    /// <summary>Returns the sequence number of the last change; 0 if there is none.</summary>
    public long Last() => database.Read(session => session.Number("SELECT max(sequence) FROM changes")) ?? 0;

    /// <summary>Returns the sequence number of the last change that the consumer processed; 0 if there is none.</summary>
    /// <param name="consumer">The consumer's name, such as <c>notify</c>.</param>
    public long Checkpoint(string consumer) =>
        database.Read(session => session.Number("SELECT sequence FROM checkpoints WHERE consumer = $1", consumer)) ?? 0;

    /// <summary>Advances the consumer's checkpoint to a change. The checkpoint never moves back.</summary>
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
/// <param name="Sequence">The sequence number, from 1.</param>
/// <param name="Key">The key of the row.</param>
/// <param name="Before">The row before the change; null if the row is new.</param>
/// <param name="After">The row after the change; null if the row was deleted.</param>
internal sealed record RowChanged(long Sequence, RowKey Key, Row? Before, Row? After);
