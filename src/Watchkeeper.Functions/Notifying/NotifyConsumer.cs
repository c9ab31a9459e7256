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
internal sealed class NotifyConsumer(Notifier notifier, EventLog events, NotifyObserver observer, ILogger log) : IChangeConsumer
{
    /// <inheritdoc/>
    public async Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue("watchkeeper-notify", ChangeTrace.From(change), Invocation.Current?.Trace);
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

    private static EventRecord RecordOf(Slot slot) => new()
    {
        EventId = slot.Last.EventId,
        Function = nameof(FunctionName.NotifyFunction),
        Outcome = Outcomes.For(slot.Last.Reason),
        Reason = slot.Last.Reason.ToKebabCase(),
        Incident = slot.Incident?.Id,
        At = slot.Last.RecordedAt,
    };
}
