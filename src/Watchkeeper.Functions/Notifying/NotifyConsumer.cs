using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Notifies people of each change in the stream, inside the trace of the original signal. Records the event of a change that no
/// timeline shows.
/// </summary>
internal sealed class NotifyConsumer(
    Notifier notifier, INotificationLog timelines, EventLog events, NotifyObserver observer, ILogger log, TimeProvider time)
    : IChangeConsumer
{
    /// <inheritdoc/>
    public async Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue("watchkeeper-notify", ChangeTrace.From(change), Invocation.Current?.Trace);
        if (!await NotifyAsync(change, deadline, cancellationToken))
            return false;
        if (change is SlotChanged { Before: { Incident: { IsActive: false } ended } before, After: var after }
            && after.Incident?.Id != ended.Id)
        {
            await MendAsync(before, cancellationToken);
        }

        return true;
    }

    private async Task<bool> NotifyAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var result = await notifier.NotifyAsync(change, deadline, cancellationToken);
        if (result.First is { } entry)
            observer.Recorded(entry);
        switch (result)
        {
            case NotifyResult.HeldElsewhere held:
                Log.HeldElsewhere(log, held.Until);
                return false;
            case NotifyResult.Tried tried:
                observer.Tried(tried);
                return true;
            case NotifyResult.NoEntry { Reason: NotificationReason.NoIncident or NotificationReason.AfterTheEnd }
                when change is SlotChanged { After: var slot }:
                await events.RecordAsync(RecordOf(slot), cancellationToken);
                return true;
            default:
                return true;
        }
    }

    // The last sight of an incident that ended: another takes its slot. The stream keeps the order of a slot's changes, so it has
    // delivered or given up those before.
    private async Task MendAsync(Slot slot, CancellationToken cancellationToken)
    {
        var entries = await timelines.MendAsync(slot, isDelivered: true, time.GetUtcNow(), cancellationToken);
        if (!entries.IsEmpty)
            Log.LostChangesMended(log, string.Join(", ", entries), slot.Incident!.Id);
    }

    private static EventRecord RecordOf(Slot slot) => new()
    {
        EventId = slot.Last.EventId,
        Function = nameof(FunctionName.NotifyFunction),
        Outcome = Outcomes.For(slot.Last.Reason),
        Reason = slot.Last.Reason.ToKebabCase(),
        Signal = slot.Last.Signal,
        Severity = slot.Last.Severity,
        Configuration = slot.Last.Configuration,
        Incident = slot.Incident?.Id,
        At = slot.Last.RecordedAt,
    };
}
