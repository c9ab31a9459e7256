using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The ledger of a run whose files describe another application than the events do. That such a target is in no group says
/// nothing about it: the refusal is not recorded, so nobody is notified of it, and the run says once how to describe the group.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="isWhole">Whether the files describe all groups.</param>
/// <param name="leftOut">Hears of each reaction that is left out.</param>
internal sealed class DescribedLedger(IReactionLedger ledger, Func<bool> isWhole, Action<ReactionRecord> leftOut)
    : IReactionLedger
{
    /// <inheritdoc/>
    public Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        ledger.ReserveAsync(reservation, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken)
    {
        if (record.Refusal is not ReactionRefusal.NoGroup || isWhole())
            return ledger.RecordAsync(record, cancellationToken);
        leftOut(record);
        return Task.FromResult(false);
    }

    /// <inheritdoc/>
    public Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        ledger.FinishAsync(record, cancellationToken);

    /// <inheritdoc/>
    public Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        ledger.ReadAsync(incidentId, stepName, cancellationToken);
}
