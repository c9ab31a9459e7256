using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Notifying;

/// <summary>Notifies people of each change in the stream, inside the trace of the original signal.</summary>
internal sealed class NotifyConsumer(Notifier notifier, NotifyObserver observer, ILogger log) : IChangeConsumer
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
            default:
                return true;
        }
    }
}
