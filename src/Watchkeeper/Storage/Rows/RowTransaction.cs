using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>Several writes as one, for tables that evaluate guards and changes themselves.</summary>
public static class RowTransaction
{
    /// <summary>Judges all writes on the rows that stand there, and hands over the rows afterwards if every guard holds.</summary>
    /// <param name="writes">The writes, each of another row.</param>
    /// <param name="read">The row that stands under a key.</param>
    /// <param name="put">Is handed each row before and after.</param>
    /// <exception cref="InvalidRowWriteException">Two are of one row, or one cannot be carried out; nothing is handed over.</exception>
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
            .. writes.Zip(current, (write, row) => write.Holds(row) ? (RowOutcome)new RowOutcome.Passed() : new RowOutcome.Refused(row)),
        ];
        if (!outcomes.All(outcome => outcome is RowOutcome.Passed))
            return new RowsRefused(outcomes);
        ImmutableArray<Row?> after = [.. writes.Zip(current, (write, row) => write.Apply(row))];
        for (var at = 0; at < writes.Length; at++)
            put(writes[at], current[at], after[at]);
        return new RowsWritten();
    }
}
