using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Testing.Stores;

/// <summary>Records a signal as an intake does: an optimistic first write, then a decision on the slot that refused it.</summary>
public static class Recording
{
    /// <summary>Records the signal and returns the reason of the final decision.</summary>
    public static async Task<DecisionReason> RecordAsync(
        this ISlotStore store, Signal signal, Severity severity, CancellationToken cancellationToken)
    {
        var options = Orders.Options;
        var now = signal.OccurredAt.AddSeconds(2);
        var decision = OptimisticWrite.Decide(OptimisticWrite.For(signal, null), signal, severity, options, now);
        while (decision.Write is not null && await store.WriteAsync(decision.Write, cancellationToken) is SlotRefused refused)
            decision = OptimisticWrite.DecideKnowing(refused.Current, signal, severity, options, now);
        return decision.Reason;
    }
}
