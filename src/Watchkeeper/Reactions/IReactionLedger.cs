namespace Watchkeeper.Reactions;

/// <summary>What was done, and the guards that a reservation passes. A reservation is one transaction: all of it or nothing.</summary>
public interface IReactionLedger
{
    /// <summary>
    /// Writes the row, starts the target's cool-down, takes one from the hour's budget and writes the group's replacements, if the row
    /// is new, the cool-down is over, the budget is not used up and the replacements are those that were known.
    /// </summary>
    Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken);

    /// <summary>Writes a row that reserves nothing (a refusal), if it is new; false where it was there.</summary>
    Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken);

    /// <summary>Writes the outcome of a started row; false where it was no longer in status started.</summary>
    Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken);

    /// <summary>One row; null where there is none.</summary>
    Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken);
}

/// <summary>What became of a reservation.</summary>
public abstract record ReservationResult
{
    /// <summary>Everything was written.</summary>
    public sealed record Reserved : ReservationResult;

    /// <summary>The step is in the ledger already.</summary>
    public sealed record AlreadyThere(ReactionRecord Record) : ReservationResult;

    /// <summary>A guard stood against it; nothing was written.</summary>
    public sealed record Refused(ReactionRefusal Reason) : ReservationResult;

    /// <summary>There are other replacements in the group than were known, so the action is to be proposed anew; nothing was written.</summary>
    public sealed record Superseded(Replacements Current) : ReservationResult;
}
