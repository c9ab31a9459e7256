using Watchkeeper.Reactions;

namespace Watchkeeper.Simulation.Tables;

/// <content>The reaction ledger and its guards.</content>
internal sealed partial class SimulatedTable
{
    private readonly Dictionary<(string Incident, string Step), (ReactionRecord Record, RowImage Image)> ledger = [];
    private readonly Dictionary<string, DateTimeOffset> cooldowns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> budgets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Replacements> replacements = new(StringComparer.Ordinal);

    public ReactionRecord? ReadReaction(string incident, string step) =>
        ledger.TryGetValue((incident, step), out var row) ? row.Record : null;

    public ReservationResult Reserve(Reservation reservation)
    {
        var record = reservation.Record;
        var guards = new ReservationGuards(
            ReadReaction(record.Incident.Id, record.Step),
            cooldowns.TryGetValue(reservation.CooldownKey, out var until) ? until : null,
            budgets.GetValueOrDefault(reservation.BudgetKey),
            reservation.Group is { } group ? replacements.GetValueOrDefault(group.Key) : null);
        var answer = guards.AnswerTo(reservation);
        if (answer is not ReservationResult.Reserved)
            return answer;
        budgets[reservation.BudgetKey] = guards.Taken + 1;
        cooldowns[reservation.CooldownKey] = reservation.CooldownUntil;
        if (reservation.Group is { } claim)
            replacements[claim.Key] = claim.Next;
        Put(record, reservation);
        return answer;
    }

    public bool RecordReaction(ReactionRecord record)
    {
        if (ReadReaction(record.Incident.Id, record.Step) is not null)
            return false;
        Put(record, null);
        return true;
    }

    public bool Finish(ReactionRecord record)
    {
        var current = ReadReaction(record.Incident.Id, record.Step);
        // An outcome that stands there already just as it is to be written counts as written.
        if (current == record)
            return true;
        if (current is not { Status: ReactionStatus.Started })
            return false;
        Put(record, null);
        return true;
    }

    private void Put(ReactionRecord record, Reservation? reservation)
    {
        var key = (record.Incident.Id, record.Step);
        var image = StreamImages.Of(new ReactionChanged(null, record));
        (ReactionRecord Record, RowImage Image)? before = ledger.TryGetValue(key, out var row) ? row : null;
        ledger[key] = (record, image);
        watcher.ReactionChanged(before?.Record, record, reservation);
        watcher.Streamed(new TableChange(
            $"I#{record.Incident.Id}",
            false,
            StreamImages.Record(before?.Image, image),
            new ReactionChanged(before?.Record, record)));
    }
}
