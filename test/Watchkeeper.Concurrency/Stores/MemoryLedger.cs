using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>The reaction ledger in memory; rows and guards are one, since a reservation changes both or neither.</summary>
/// <param name="writing">How they are changed.</param>
/// <param name="written">Hears of each change of a row.</param>
internal sealed class MemoryLedger(Writing writing, Action<StoreChange> written) : IReactionLedger
{
    private readonly Rows<Ledger> rows = new(writing);

    public Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        ChangeAsync<ReservationResult>(reservation.Record, (ledger, there) =>
        {
            var guards = ledger.GuardsOf(reservation, there);
            var answer = guards.AnswerTo(reservation);
            if (answer is not ReservationResult.Reserved)
                return (null, answer);
            var next = ledger with
            {
                Cooldowns = ledger.Cooldowns.SetItem(reservation.CooldownKey, reservation.CooldownUntil),
                Budgets = ledger.Budgets.SetItem(reservation.BudgetKey, guards.Taken + 1),
                Replacements = reservation.Group is { } group
                    ? ledger.Replacements.SetItem(group.Key, group.Next)
                    : ledger.Replacements,
            };
            return (next.With(reservation.Record), answer);
        });

    public Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        ChangeAsync(record, (ledger, there) => there is null ? (ledger.With(record), true) : (null, false));

    public Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        ChangeAsync(record, (ledger, there) => there is { Status: ReactionStatus.Started }
            ? (ledger.With(record), true)
            : (null, there == record));

    public async Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(""))?.Rows.GetValueOrDefault((incidentId, stepName));

    private Task<TAnswer> ChangeAsync<TAnswer>(
        ReactionRecord record, Func<Ledger, ReactionRecord?, (Ledger?, TAnswer)> change) =>
        rows.ChangeAsync(
            "",
            ledger => change(ledger ?? Ledger.Empty, ledger?.Rows.GetValueOrDefault(KeyOf(record))),
            (before, _) => written(new ReactionChanged(before?.Rows.GetValueOrDefault(KeyOf(record)), record)));

    private static (string Incident, string Step) KeyOf(ReactionRecord record) => (record.Incident.Id, record.Step);

    /// <summary>All of it.</summary>
    private sealed record Ledger(
        ImmutableDictionary<(string Incident, string Step), ReactionRecord> Rows,
        ImmutableDictionary<string, DateTimeOffset> Cooldowns,
        ImmutableDictionary<string, int> Budgets,
        ImmutableDictionary<string, Replacements> Replacements)
    {
        public static Ledger Empty { get; } = new(
            ImmutableDictionary<(string Incident, string Step), ReactionRecord>.Empty,
            ImmutableDictionary<string, DateTimeOffset>.Empty,
            ImmutableDictionary<string, int>.Empty,
            ImmutableDictionary<string, Replacements>.Empty);

        public ReservationGuards GuardsOf(Reservation reservation, ReactionRecord? there) => new(
            there,
            Cooldowns.TryGetValue(reservation.CooldownKey, out var until) ? until : null,
            Budgets.GetValueOrDefault(reservation.BudgetKey),
            reservation.Group is { } group ? Replacements.GetValueOrDefault(group.Key) : null);

        public Ledger With(ReactionRecord record) => this with { Rows = Rows.SetItem(KeyOf(record), record) };
    }
}
