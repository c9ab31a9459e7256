using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Grouping;

namespace Watchkeeper.Functions.Grouping;

/// <summary>
/// Sets timers as well as it can. One that cannot be set is logged and counted: what waits is told by the sweep then, and no
/// message fails for it.
/// </summary>
/// <param name="timers">The timers.</param>
/// <param name="metrics">Counts failures.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class GroupTimerSetter(IGroupTimers timers, Metrics metrics, ILogger log, TimeProvider time)
{
    // A message must not wait for what only makes others come sooner.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Asks that somebody looks at what is due; never throws for the queue.</summary>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task SetAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await timers.SetAsync(at, time.GetUtcNow(), either.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.TimerFailed();
            Log.TimerFailed(
                log, at, limit.IsCancellationRequested ? $"no answer within {Limit.TotalSeconds:0} seconds" : failure.Message);
        }
    }
}
