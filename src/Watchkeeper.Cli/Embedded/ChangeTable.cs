using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Every change of a slot or of a row of the reaction ledger, in the order in which they were made: in place of the table's stream.
/// A change is there if and only if what it tells of is.
/// </summary>
/// <param name="database">The database.</param>
public sealed class ChangeTable(EmbeddedDatabase database)
{
    internal const string Slot = "slot";
    internal const string Reaction = "reaction";

    /// <summary>Changes after a sequence number (0: from the first), oldest first.</summary>
    /// <param name="after">The last one that is known already.</param>
    /// <param name="max">At most so many.</param>
    public ImmutableArray<(long Sequence, StoreChange Change)> Read(long after, int max) =>
    [
        .. database.Read(session => session.List(
            row => (row.GetInt64(0), ChangeOf(row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3))),
            "SELECT sequence, kind, before, after FROM changes WHERE sequence > $1 ORDER BY sequence LIMIT $2",
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

    internal static void Append(EmbeddedSession session, string kind, string? before, string after) =>
        session.Run("INSERT INTO changes (kind, before, after) VALUES ($1, $2, $3)", kind, before, after);

    private static StoreChange ChangeOf(string kind, string? before, string after) => kind is ChangeTable.Slot
        ? new SlotChanged(EmbeddedJson.ReadSlot(before), EmbeddedJson.ReadSlot(after)!)
        : new ReactionChanged(EmbeddedJson.ReadReaction(before), EmbeddedJson.ReadReaction(after)!);
}
