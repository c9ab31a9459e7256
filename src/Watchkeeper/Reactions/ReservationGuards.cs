namespace Watchkeeper.Reactions;

/// <summary>What a ledger holds where a reservation is to be written, and so what it answers.</summary>
/// <param name="Row">The step's row; null where there is none.</param>
/// <param name="CooldownUntil">When the target's cool-down ends; null where there is none.</param>
/// <param name="Taken">How many were taken from the hour's budget.</param>
/// <param name="Replacements">Those of the reservation's group; null where there are none.</param>
public sealed record ReservationGuards(
    ReactionRecord? Row, DateTimeOffset? CooldownUntil, int Taken, Replacements? Replacements)
{
    /// <summary>The answer; a ledger then writes what the reservation names, or nothing.</summary>
    public ReservationResult AnswerTo(Reservation reservation)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        if (Row is not null)
            return new ReservationResult.AlreadyThere(Row);
        if (CooldownUntil > reservation.Now)
            return new ReservationResult.Refused(ReactionRefusal.Cooldown);
        if (Taken >= reservation.Budget)
            return new ReservationResult.Refused(ReactionRefusal.Budget);
        var current = Replacements ?? Replacements.None;
        return reservation.Group is { } group && group.Known.Version != current.Version
            ? new ReservationResult.Superseded(current)
            : new ReservationResult.Reserved();
    }
}
