namespace Watchkeeper.Reactions;

/// <summary>
/// The record of all reactions, and the guards of reservations. A reservation is one transaction: all of it or nothing.
/// </summary>
public interface IReactionLedger
{
    /// <summary>
    /// Reserves a reaction: writes the row, starts the target's cool-down, takes one from the hour's budget and writes the
    /// group's replacements. The conditions: the row is new, the cool-down is over, the budget is not used up, and the stored
    /// replacements are the known ones.
    /// </summary>
    Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken);

    /// <summary>Writes a row without a reservation (a refusal) if it is new; false if it exists.</summary>
    Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken);

    /// <summary>Writes the outcome of a started row; false if the row no longer has status started.</summary>
    Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken);

    /// <summary>One row; null if it does not exist.</summary>
    Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken);
}

/// <summary>The result of a reservation.</summary>
public abstract record ReservationResult
{
    /// <summary>Everything was written.</summary>
    public sealed record Reserved : ReservationResult;

    /// <summary>The ledger already holds this step.</summary>
    public sealed record AlreadyThere(ReactionRecord Record) : ReservationResult;

    /// <summary>A guard refused the reservation; nothing was written.</summary>
    public sealed record Refused(ReactionRefusal Reason) : ReservationResult;

    /// <summary>
    /// The group has other replacements than the known ones, and nothing was written. The call must be proposed again.
    /// </summary>
    public sealed record Superseded(Replacements Current) : ReservationResult;
}
