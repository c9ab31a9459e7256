using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Tables;

/// <summary>Slots over a process's boundary.</summary>
internal sealed class TableSlots(SimulatedTable table, IBoundary boundary) : ISlotStore
{
    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        boundary.CallAsync("slots.write", write.Fingerprint.Text, () => table.Write(write), null, cancellationToken);

    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        boundary.CallAsync("slots.read", fingerprint.Text, () => table.Read(fingerprint), null, cancellationToken);

    public async IAsyncEnumerable<Slot> ListActiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Queries of an index are never consistent: what is listed may have changed before it is looked at.
        foreach (var slot in await boundary.CallAsync("slots.list", "", table.ListActive, null, cancellationToken))
            yield return slot;
    }

    public async IAsyncEnumerable<Slot> ListDismissedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var slot in await boundary.CallAsync("slots.dismissed", "", table.ListDismissed, null, cancellationToken))
            yield return slot;
    }
}

/// <summary>Timeline and send log over a process's boundary.</summary>
internal sealed class TableNotificationLog(SimulatedTable table, IBoundary boundary) : INotificationLog
{
    public Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        boundary.CallAsync("notices.claim", About(fresh), () => table.Claim(fresh, now, heldUntil), null, cancellationToken);

    public Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        boundary.CallAsync("notices.settle", About(record), () => table.Settle(record), null, cancellationToken);

    public Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        boundary.CallAsync("notices.record", About(record), () => table.Record(record), null, cancellationToken);

    public Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            "notices.feedback", $"{incidentId} {key}", () => table.AddFeedback(incidentId, key, feedback), null, cancellationToken);

    public async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in await boundary.CallAsync("notices.due", "", () => table.ListDue(now), null, cancellationToken))
            yield return record;
    }

    public async IAsyncEnumerable<NotificationRecord> ListAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = await boundary.CallAsync("notices.list", incidentId, () => table.ListNotices(incidentId), null, cancellationToken);
        foreach (var record in rows)
            yield return record;
    }

    private static string About(NotificationRecord record) => $"{record.Entry.Incident.Id} {record.Entry.Key}";
}

/// <summary>The reaction ledger over a process's boundary.</summary>
internal sealed class TableLedger(SimulatedTable table, IBoundary boundary) : IReactionLedger
{
    public Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        boundary.CallAsync("ledger.reserve", About(reservation.Record), () => table.Reserve(reservation), null, cancellationToken);

    public Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        boundary.CallAsync("ledger.record", About(record), () => table.RecordReaction(record), null, cancellationToken);

    public Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        boundary.CallAsync("ledger.finish", About(record), () => table.Finish(record), null, cancellationToken);

    public Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            "ledger.read", $"{incidentId} {stepName}", () => table.ReadReaction(incidentId, stepName), null, cancellationToken);

    private static string About(ReactionRecord record) => $"{record.Incident.Id} {record.Step}";
}
