using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>Carries out writes for tables that evaluate guards and changes themselves.</summary>
public static class RowTransaction
{
    /// <summary>Evaluates one write on the current row, and puts the new row if the guard holds.</summary>
    /// <param name="write">The write.</param>
    /// <param name="current">The current row; null if it does not exist.</param>
    /// <param name="put">Receives the row after the write; null if it is deleted.</param>
    /// <exception cref="InvalidRowWriteException">The write cannot be carried out. No row was put.</exception>
    public static RowWriteResult Run(RowWrite write, Row? current, Action<Row?> put)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(put);
        if (!write.Holds(current))
            return new RowRefused(current);
        var after = write.Apply(current);
        put(after);
        return write.Answer(after);
    }

    /// <summary>Evaluates all writes on the current rows, and puts the new rows if every guard holds.</summary>
    /// <param name="writes">The writes, each of a different row.</param>
    /// <param name="read">Reads the current row of a key.</param>
    /// <param name="put">Receives each row before and after its write.</param>
    /// <exception cref="InvalidRowWriteException">
    /// Two writes have the same row, or one cannot be carried out. No row was put.
    /// </exception>
    public static RowTransactionResult Run(
        ImmutableArray<RowWrite> writes, Func<RowKey, Row?> read, Action<RowWrite, Row?, Row?> put)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(put);
        if (writes.DistinctBy(write => write.Key).Count() != writes.Length)
            throw new InvalidRowWriteException("one transaction writes a row once");
        ImmutableArray<Row?> current = [.. writes.Select(write => read(write.Key))];
        ImmutableArray<RowOutcome> outcomes =
        [
            .. writes.Zip(current, (write, row) =>
                write.Holds(row) ? (RowOutcome)new RowOutcome.Passed() : new RowOutcome.Refused(row)),
        ];
        if (!outcomes.All(outcome => outcome is RowOutcome.Passed))
            return new RowsRefused(outcomes);
        ImmutableArray<Row?> after = [.. writes.Zip(current, (write, row) => write.Apply(row))];
        for (var at = 0; at < writes.Length; at++)
            put(writes[at], current[at], after[at]);
        return new RowsWritten();
    }
}
