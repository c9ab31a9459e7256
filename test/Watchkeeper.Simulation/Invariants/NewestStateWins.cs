using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A slot shows the newest accepted state, by (time, id), in whatever order the states arrived; a signal decided as stale is
/// older. An independent model in a few lines that knows nothing of slots.
/// </summary>
internal sealed class NewestStateWins : Invariant
{
    private readonly Dictionary<string, Model> models = new(StringComparer.Ordinal);

    public override string Name => "I3 newest state wins";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (World.Accounts.ById(after.Last.EventId) is not { } account)
        {
            // Expiry ended it, until its source reports a newer state.
            if (after.Last.Reason is DecisionReason.Expired or DecisionReason.NoDataForLong or DecisionReason.SourceGone
                && models.TryGetValue(after.Fingerprint.Text, out var ended))
            {
                ended.IsFiring = false;
            }
            return;
        }

        // A slot whose time to live expired has no memory.
        if (before is null || !models.TryGetValue(after.Fingerprint.Text, out var model))
            models[after.Fingerprint.Text] = model = new Model();
        if (after.Last.OccurredAt != account.At)
            Broken($"{account} happened at {account.At:O} and was written down with {after.Last.OccurredAt:O}");
        // This model does not know the signals of audits: see «audits agree».
        if (account.Meaning is EventMeaning.Terminated)
            model.Take(EventMeaning.Resolved, account.At, after.Last.SignalId);
        else if (!account.IsState)
            model.Record(account.At);
        if (!account.IsState || after.Incident?.Subject.Source is SignalSource.Audit)
            return;
        model.Take(account.Meaning, account.At, after.Last.SignalId);
        if (after.NewestAt != model.At || after.NewestId != model.Id)
            Broken($"{after.Fingerprint} holds {after.NewestAt:O} {after.NewestId} as newest, where {model.At:O} {model.Id} is");
        else if (after.Active is not null != model.IsFiring)
            Broken($"{after.Fingerprint} is {(model.IsFiring ? "in trouble" : "well")} since {model.At:O} and shows otherwise");
    }

    public override void Answered(EventAccount account, IntakeResult result)
    {
        if (result.Reason != "stale" || account.Payload.AsSpan().IndexOf("aws.trustedadvisor"u8) >= 0)
            return;
        if (!models.TryGetValue(result.Fingerprint!, out var model) || model.IsOlderThan(account))
            Broken($"{account} was called stale, and nothing newer was taken in");
    }

    private sealed class Model
    {
        public DateTimeOffset At { get; private set; } = DateTimeOffset.MinValue;

        public string Id { get; private set; } = "";

        public bool IsFiring { get; set; }

        public bool IsOlderThan(EventAccount account) =>
            account.At > At || (account.At == At && account.ObservationId is { } id && string.CompareOrdinal(id, Id) > 0);

        // Every act counts; only an undoing act must not be older.
        public void Record(DateTimeOffset at) => At = at > At ? at : At;

        public void Take(EventMeaning meaning, DateTimeOffset at, string id)
        {
            if (meaning is EventMeaning.NoData || at < At || (at == At && string.CompareOrdinal(id, Id) <= 0))
                return;
            (At, Id, IsFiring) = (at, id, meaning is EventMeaning.Firing);
        }
    }
}
