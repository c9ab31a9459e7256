using Watchkeeper.Reactions;

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
        INSERT INTO budgets (key, taken) VALUES ($1, 1)
        ON CONFLICT (key) DO UPDATE SET taken = taken + 1
        """;
    private const string PutReplacements =
        """
        INSERT INTO replacements (key, json) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET json = excluded.json
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
        var answer = Find(session, reservation).AnswerTo(reservation);
        if (answer is not ReservationResult.Reserved)
            return answer;
        session.Run(TakeFromBudget, reservation.BudgetKey);
        session.Run(StartCooldown, reservation.CooldownKey, reservation.CooldownUntil.UtcTicks);
        if (reservation.Group is { } group)
            session.Run(PutReplacements, group.Key, EmbeddedJson.Write(group.Next));
        Write(session, reservation.Record, null);
        return answer;
    }

    private static ReservationGuards Find(EmbeddedSession session, Reservation reservation) => new(
        EmbeddedJson.ReadReaction(session.Text(ByStep, reservation.Record.Incident.Id, reservation.Record.Step)),
        session.Number("SELECT until FROM cooldowns WHERE key = $1", reservation.CooldownKey) is { } ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null,
        (int)(session.Number("SELECT taken FROM budgets WHERE key = $1", reservation.BudgetKey) ?? 0),
        EmbeddedJson.ReadReplacements(session.Text("SELECT json FROM replacements WHERE key = $1", reservation.Group?.Key)));

    private static bool Write(EmbeddedSession session, ReactionRecord record, string? before)
    {
        var after = EmbeddedJson.Write(record);
        session.Run(Put, record.Incident.Id, record.Step, after);
        ChangeTable.Append(session, ChangeTable.Reaction, before, after);
        return true;
    }
}
