using Watchkeeper.Reactions;
using Watchkeeper.Stores;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The reaction ledger in the embedded database.</summary>
/// <param name="database">The database.</param>
public sealed class EmbeddedReactionLedger(EmbeddedDatabase database) : IReactionLedger
{
    private const string ByStep = "SELECT json FROM reactions WHERE incident = $1 AND step = $2";
    private const string Put =
        """
        INSERT INTO reactions (incident, step, json) VALUES ($1, $2, $3)
        ON CONFLICT (incident, step) DO UPDATE SET json = excluded.json
        """;
    private const string StartCooldown =
        """
        INSERT INTO cooldowns (key, until) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET until = excluded.until
        """;
    private const string TakeFromBudget =
        """
        INSERT INTO budgets (key, taken) SELECT $1, 1 WHERE $2 > 0
        ON CONFLICT (key) DO UPDATE SET taken = taken + 1 WHERE taken < $2
        """;

    /// <inheritdoc/>
    public Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        return database.WriteAsync(session => Reserve(session, reservation), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(
            session => session.Text(ByStep, record.Incident.Id, record.Step) is null && Write(session, record, null),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(
            session =>
            {
                var before = session.Text(ByStep, record.Incident.Id, record.Step);
                var current = EmbeddedJson.ReadReaction(before);
                // An outcome that stands there already just as it is to be written counts as written.
                return current == record || (current is { Status: ReactionStatus.Started } && Write(session, record, before));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        Task.FromResult(EmbeddedJson.ReadReaction(database.Read(session => session.Text(ByStep, incidentId, stepName))));

    private static ReservationResult Reserve(EmbeddedSession session, Reservation reservation)
    {
        var record = reservation.Record;
        if (EmbeddedJson.ReadReaction(session.Text(ByStep, record.Incident.Id, record.Step)) is { } there)
            return new ReservationResult.AlreadyThere(there);
        if (session.Number("SELECT until FROM cooldowns WHERE key = $1", reservation.CooldownKey) > reservation.Now.UtcTicks)
            return new ReservationResult.Refused(ReactionRefusal.Cooldown);
        if (session.Run(TakeFromBudget, reservation.BudgetKey, reservation.Budget) == 0)
            return new ReservationResult.Refused(ReactionRefusal.Budget);
        session.Run(StartCooldown, reservation.CooldownKey, reservation.CooldownUntil.UtcTicks);
        Write(session, record, null);
        return new ReservationResult.Reserved();
    }

    private static bool Write(EmbeddedSession session, ReactionRecord record, string? before)
    {
        var after = EmbeddedJson.Write(record);
        session.Run(Put, record.Incident.Id, record.Step, after);
        ChangeTable.Append(session, ChangeTable.Reaction, before, after);
        return true;
    }
}
