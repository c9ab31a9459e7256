using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Stores;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Takes up what time makes due: messages to try again, and incidents that ended by being quiet. Two sweeps at once do no harm:
/// every step is a claim or a conditional write.
/// </summary>
public sealed class Sweeper(
    ISlotStore slots, INoticeLog log, Notifier notifier, WatchkeeperConfiguration configuration, TimeProvider time)
{
    /// <summary>Sweeps once.</summary>
    /// <param name="tick">As of when incidents have been quiet or not; never in the future.</param>
    /// <param name="deadline">When this process will be gone for certain.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SweepResult> SweepAsync(DateTimeOffset tick, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var tried = new List<NotifyResult.Tried>();
        await foreach (var record in log.ListDueAsync(time.GetUtcNow(), cancellationToken))
        {
            if (await notifier.ResumeAsync(record, deadline, cancellationToken) is NotifyResult.Tried result)
                tried.Add(result);
        }

        var expired = 0;
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            var decision = Stewardship.Expire(slot, configuration.Lifecycle, tick);
            // A lost race means that it was not quiet after all.
            if (decision.Write is not null && await slots.WriteAsync(decision.Write, cancellationToken) is SlotWritten)
                expired++;
        }

        return new SweepResult([.. tried], expired);
    }
}
