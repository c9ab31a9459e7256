using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>The result of a <see cref="RowWrite"/>.</summary>
public abstract record RowWriteResult;

/// <summary>The table carried out the write.</summary>
/// <param name="Row">The row after the write; null if it was deleted, or if an update did not request it.</param>
public sealed record RowWritten(Row? Row) : RowWriteResult;

/// <summary>The guard did not hold.</summary>
/// <param name="Current">The current row; null if it does not exist.</param>
public sealed record RowRefused(Row? Current) : RowWriteResult;

/// <summary>The result of a transaction: all writes are carried out, or none.</summary>
public abstract record RowTransactionResult;

/// <summary>All writes were carried out.</summary>
public sealed record RowsWritten : RowTransactionResult;

/// <summary>No write was carried out.</summary>
/// <param name="Outcomes">The outcome of each write, in order.</param>
public sealed record RowsRefused(ImmutableArray<RowOutcome> Outcomes) : RowTransactionResult;

/// <summary>The outcome of one write of a transaction.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    /// <summary>The guard held.</summary>
    public sealed record Passed : RowOutcome;

    /// <summary>The guard did not hold.</summary>
    /// <param name="Current">The current row; null if it does not exist.</param>
    public sealed record Refused(Row? Current) : RowOutcome;

    /// <summary>
    /// Other processes wrote the row at the same time, or the table was throttled: the guard was not evaluated.
    /// </summary>
    public sealed record Busy : RowOutcome;
}
