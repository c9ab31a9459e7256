using Watchkeeper.Configuration;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Records a signal in its slot. The first write is conditional on the likely state. If the store refuses the write, the next
/// decision uses the actual state, until a write succeeds.
/// </summary>
internal sealed class SignalIntake(ISlotStore store, WatchkeeperConfiguration configuration, TimeProvider time)
{
    // Each refusal means that another signal was written, so this bound is far beyond any real race. Beyond the bound, AWS's
    // retry takes over.
    private const int MaxRefusals = 200;

    private readonly SeenSlots seen = new();

    /// <summary>Records one signal.</summary>
    /// <exception cref="ContentionException">Other writers changed the slot each time.</exception>
    public Task<RecordedSignal> RecordAsync(Signal signal, CancellationToken cancellationToken) =>
        RecordAsync(signal, null, cancellationToken);

    /// <summary>Records one signal of a slot that was just read, and so skips the optimistic write.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="current">The slot; null if unknown.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <exception cref="ContentionException">Other writers changed the slot each time.</exception>
    public async Task<RecordedSignal> RecordAsync(Signal signal, Slot? current, CancellationToken cancellationToken)
    {
        var severity = configuration.Severity.Classify(signal);
        var now = time.GetUtcNow();
        var decision = current is null
            ? OptimisticWrite.Decide(
                OptimisticWrite.For(signal, seen.IsActive(signal.Subject.Fingerprint)),
                signal,
                severity,
                configuration.Lifecycle,
                now)
            : OptimisticWrite.DecideKnowing(current, signal, severity, configuration.Lifecycle, now);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            if (decision.Write is null)
                return Done(signal, severity, decision.Reason, current);
            switch (await store.WriteAsync(decision.Write, cancellationToken))
            {
                case SlotWritten written:
                    return Done(signal, severity, decision.Reason, written.Slot);
                case SlotRefused refused:
                    current = refused.Current;
                    decision = OptimisticWrite.DecideKnowing(current, signal, severity, configuration.Lifecycle, now);
                    break;
            }
        }

        throw new ContentionException(signal.Subject.Fingerprint, MaxRefusals);
    }

    /// <summary>Brings a slot in line with what was seen: each slot that stands in the way of a write is compared anew.</summary>
    /// <param name="current">The slot as it is thought to be; null: there is none.</param>
    /// <param name="signalFor">The signal that a slot needs; null where it needs none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where nothing had to be recorded.</returns>
    /// <exception cref="ContentionException">Others got in between again and again.</exception>
    public async Task<RecordedSignal?> ReconcileAsync(
        Slot? current, Func<Slot?, Signal?> signalFor, CancellationToken cancellationToken)
    {
        for (var (signal, refusals) = (signalFor(current), 0); signal is not null; refusals++)
        {
            if (refusals == MaxRefusals)
                throw new ContentionException(signal.Subject.Fingerprint, MaxRefusals);
            var severity = configuration.Severity.Classify(signal);
            var decision = Lifecycle.Decide(current, signal, severity, configuration.Lifecycle, time.GetUtcNow());
            if (decision.Write is null)
                return Done(signal, severity, decision.Reason, current);
            switch (await store.WriteAsync(decision.Write, cancellationToken))
            {
                case SlotWritten written:
                    return Done(signal, severity, decision.Reason, written.Slot);
                case SlotRefused refused:
                    current = refused.Current;
                    var next = signalFor(current);
                    // The SDK tried again what had been written already.
                    if (next is null && current?.Recent.Contains(signal.Id) is true)
                        return Done(signal, severity, DecisionReason.Duplicate, current);
                    signal = next;
                    break;
            }
        }

        return null;
    }

    private RecordedSignal Done(Signal signal, Severity severity, DecisionReason reason, Slot? slot)
    {
        if (slot is not null)
            seen.See(slot);
        return new RecordedSignal(signal, severity, reason, slot);
    }
}
