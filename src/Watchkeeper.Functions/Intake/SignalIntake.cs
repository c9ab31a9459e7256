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

    /// <summary>The version of the configuration that it decides under; null if it has none.</summary>
    public string? Version => configuration.Version;

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
        signal = configuration.Services.Assign(signal);
        var severity = configuration.Severity.Classify(signal);
        var now = time.GetUtcNow();
        var first = current is null
            ? OptimisticWrite.Decide(
                OptimisticWrite.For(signal, seen.IsActive(signal.Subject.Fingerprint)),
                signal,
                severity,
                configuration.Lifecycle,
                now)
            : Knowing(current);
        var recorded = await WriteAsync(
            current,
            new Attempt(signal, severity, first),
            slot => new Attempt(signal, severity, Knowing(slot)),
            cancellationToken);
        return recorded!;

        Decision Knowing(Slot? slot) => OptimisticWrite.DecideKnowing(slot, signal, severity, configuration.Lifecycle, now);
    }

    /// <summary>The result of a signal that counts towards a threshold which is not reached. Its slot is not touched.</summary>
    public RecordedSignal Suppress(Signal signal)
    {
        var assigned = configuration.Services.Assign(signal);
        return new(assigned, configuration.Severity.Classify(assigned), DecisionReason.BelowThreshold, null, IsWritten: false);
    }

    /// <summary>
    /// Brings a slot in line with an observation. Each write replaces exactly the slot that was compared; after a refusal, the
    /// actual slot is compared.
    /// </summary>
    /// <param name="current">The assumed slot; null if there is none.</param>
    /// <param name="signalFor">Returns the signal that a slot needs; null if it needs none.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>Null if nothing had to be recorded.</returns>
    /// <exception cref="ContentionException">Other writers changed the slot each time.</exception>
    public async Task<RecordedSignal?> ReconcileAsync(
        Slot? current, Func<Slot?, Signal?> signalFor, CancellationToken cancellationToken)
    {
        return await WriteAsync(current, Compare(current), Compare, cancellationToken);

        Attempt? Compare(Slot? slot)
        {
            if (signalFor(slot) is not { } bare)
                return null;
            var signal = configuration.Services.Assign(bare);
            var severity = configuration.Severity.Classify(signal);
            return new Attempt(
                signal, severity, Lifecycle.Decide(slot, signal, severity, configuration.Lifecycle, time.GetUtcNow()));
        }
    }

    // Null: after a refusal, nothing is left to record.
    private async Task<RecordedSignal?> WriteAsync(
        Slot? current, Attempt? attempt, Func<Slot?, Attempt?> next, CancellationToken cancellationToken)
    {
        for (var refusals = 0; attempt is not null; refusals++)
        {
            if (refusals == MaxRefusals)
                throw new ContentionException($"the slot of {attempt.Signal.Subject.Fingerprint}", MaxRefusals);
            if (attempt.Decision.Write is null)
                return Done(attempt, attempt.Decision.Reason, current, isWritten: false);
            switch (await store.WriteAsync(attempt.Decision.Write, cancellationToken))
            {
                case SlotWritten written:
                    return Done(attempt, attempt.Decision.Reason, written.Slot, isWritten: true);
                case SlotRefused refused:
                    current = refused.Current;
                    var again = next(current);
                    // The SDK repeated a write that had succeeded.
                    if (again is null && current?.Recent.Contains(attempt.Signal.Id) is true)
                        return Done(attempt, DecisionReason.Duplicate, current, isWritten: false);
                    attempt = again;
                    break;
            }
        }

        return null;
    }

    private RecordedSignal Done(Attempt attempt, DecisionReason reason, Slot? slot, bool isWritten)
    {
        if (slot is not null)
            seen.See(slot);
        return new RecordedSignal(attempt.Signal, attempt.Severity, reason, slot, isWritten);
    }

    private sealed record Attempt(Signal Signal, Severity Severity, Decision Decision);
}
