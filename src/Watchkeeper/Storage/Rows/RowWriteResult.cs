using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>What became of a <see cref="RowWrite"/>.</summary>
public abstract record RowWriteResult;

/// <summary>It was carried out.</summary>
/// <param name="Row">The row now; null where it is gone, or where an update did not want it.</param>
public sealed record RowWritten(Row? Row) : RowWriteResult;

/// <summary>Its guard did not hold.</summary>
/// <param name="Current">The row that stands there; null: none.</param>
public sealed record RowRefused(Row? Current) : RowWriteResult;

/// <summary>What became of several writes, of which all are carried out or none.</summary>
public abstract record RowTransactionResult;

/// <summary>All were carried out.</summary>
public sealed record RowsWritten : RowTransactionResult;

/// <summary>None was.</summary>
/// <param name="Outcomes">What each met, in their order.</param>
public sealed record RowsRefused(ImmutableArray<RowOutcome> Outcomes) : RowTransactionResult;

/// <summary>What one write of several met.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    /// <summary>Nothing stood against it.</summary>
    public sealed record Passed : RowOutcome;

    /// <summary>Its guard did not hold.</summary>
    /// <param name="Current">The row that stands there; null: none.</param>
    public sealed record Refused(Row? Current) : RowOutcome;

    /// <summary>Others wrote the row at the same moment, or the table is asked too much: nothing is known of the guard.</summary>
    public sealed record Busy : RowOutcome;
}
