using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>The reaction ledger as rows. A reservation is one transaction of 6 write units, or 8 for a replacement.</summary>
/// <param name="table">The table.</param>
/// <param name="retention">Retention of the rows (<see cref="Configuration.WatchkeeperConfiguration.HistoryRetention"/>).</param>
/// <param name="time">The clock for delays.</param>
public sealed class ReactionLedger(IRowTable table, TimeSpan retention, TimeProvider time) : IReactionLedger
{
    private static readonly RowGuard IsStarted =
        RowGuard.Equal($"{ReactionItem.Map}.{ReactionItem.Status}", ItemWriter.Name(ReactionStatus.Started));

    /// <inheritdoc/>
    /// <exception cref="BusyRowsException">
    /// Other processes kept writing the same rows, or the table was throttled, in every attempt.
    /// </exception>
    public async Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        for (var tried = 1; ; tried++)
        {
            var writes = ReservationWrites.Create(reservation, retention);
            if (await table.WriteAllAsync(writes, cancellationToken) is not RowsRefused { Outcomes: var outcomes })
                return new ReservationResult.Reserved();
            if (ResultOf(outcomes) is { } result)
                return result;
            if (tried == RowRetry.MaxTries)
                throw new BusyRowsException($"the rows of a reservation were busy {RowRetry.MaxTries} times");
            await RowRetry.PauseAsync(time, tried, Spread(reservation.Record, tried), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        await table.WriteAsync(
            new RowPut(ReactionItem.WriteRow(record, retention), RowGuard.NoRow), cancellationToken) is RowWritten;

    /// <inheritdoc/>
    /// <remarks>
    /// An identical stored outcome counts as written, because the answer to the first write may have been lost.
    /// </remarks>
    public async Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var write = new RowPut(ReactionItem.WriteRow(record, retention), IsStarted);
        return await table.WriteAsync(write, cancellationToken) is not RowRefused refused
            || (refused.Current is { } current && ReactionItem.ReadRow(current) == record);
    }

    /// <inheritdoc/>
    public async Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.Reaction(incidentId, stepName), cancellationToken) is { } row
            ? ReactionItem.ReadRow(row)
            : null;

    /// <summary>The answer of the guards; null if a passing conflict prevented one, so that the caller must try again.</summary>
    private static ReservationResult? ResultOf(ImmutableArray<RowOutcome> outcomes)
    {
        if (RefusalOf(outcomes, ReservationWrites.Row) is { } row)
            return new ReservationResult.AlreadyThere(ReactionItem.ReadRow(row.Current!));
        // A conflict on a row counts before the refusal of a guard.
        if (outcomes.Any(outcome => outcome is RowOutcome.Busy))
            return null;
        if (RefusalOf(outcomes, ReservationWrites.Cooldown) is not null)
            return new ReservationResult.Refused(ReactionRefusal.Cooldown);
        if (RefusalOf(outcomes, ReservationWrites.Budget) is not null)
            return new ReservationResult.Refused(ReactionRefusal.Budget);
        return RefusalOf(outcomes, ReservationWrites.Group) is { } group
            ? new ReservationResult.Superseded(GroupItem.Read(group.Current))
            : null;
    }

    private static RowOutcome.Refused? RefusalOf(ImmutableArray<RowOutcome> outcomes, int write) =>
        write < outcomes.Length ? outcomes[write] as RowOutcome.Refused : null;

    // Rivals for one target wait for different times, so that they do not collide again.
    private static byte Spread(ReactionRecord record, int tried) =>
        Convert.FromHexString(
            StableHash.Compute(record.Incident.Id, record.Step, tried.ToString(CultureInfo.InvariantCulture)))[0];
}
