using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>What the first write assumes about a slot that was not read.</summary>
public enum Assumption
{
    /// <summary>The slot does not exist.</summary>
    None,

    /// <summary>The slot holds an active incident, older than the signal and at least as severe.</summary>
    ActiveIncident,
}

/// <summary>
/// Optimistic first write: assume the likely state and let the condition verify it. A wrong guess costs one refused write, never
/// a wrong result.
/// </summary>
public static class OptimisticWrite
{
    /// <summary>
    /// The likely state: from the previous state that the source reports, else from what this process saw last, else no slot.
    /// </summary>
    /// <param name="signal">The signal.</param>
    /// <param name="seenActive">
    /// Whether this process last saw an active incident in the slot; null if it has not seen the slot.
    /// </param>
    public static Assumption For(Signal signal, bool? seenActive)
    {
        ArgumentNullException.ThrowIfNull(signal);
        // A resolved signal without an incident may cause no write. Then no guard could detect that another process opened an
        // incident, so the default here is an active incident.
        var lasting = signal.Condition is SignalCondition.Resolved
            ? signal.WasFiring ?? (signal.Nature is SignalNature.Event || (seenActive ?? true))
            : signal.WasFiring ?? seenActive ?? false;
        return lasting ? Assumption.ActiveIncident : Assumption.None;
    }

    /// <summary>Decides about a signal on an assumption.</summary>
    public static Decision Decide(
        Assumption assumption, Signal signal, Severity severity, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signal);
        // An update records neither what an audit reported nor what is no state.
        if (assumption is Assumption.None || signal.Finding is not null
            || signal.Condition is SignalCondition.NoData or SignalCondition.Gone)
        {
            return Lifecycle.Decide(null, signal, severity, options, now);
        }

        var reason = signal.Condition is SignalCondition.Resolved ? DecisionReason.Resolved : DecisionReason.Repeated;
        var entry = Lifecycle.EntryFor(signal, severity, reason, options, now);
        return new Decision(
            reason,
            reason is DecisionReason.Resolved
                ? new SlotUpdate(signal.Subject.Fingerprint, signal.Nature, severity, entry)
                : new SlotUpdate(
                    signal.Subject.Fingerprint, signal.Nature, severity, entry, signal.Act,
                    SignalEffect.ShownByRepeat(entry.Signal!)));
    }

    /// <summary>
    /// Decides about a signal with the slot that was just read. If the update's guard holds on that slot, the decision uses the
    /// update, because the guard can still hold after concurrent writes. Otherwise the decision replaces exactly that version.
    /// Both give the same result.
    /// </summary>
    public static Decision DecideKnowing(
        Slot? slot, Signal signal, Severity severity, LifecycleOptions options, DateTimeOffset now)
    {
        var presumed = Decide(Assumption.ActiveIncident, signal, severity, options, now);
        return presumed.Write is SlotUpdate update && update.Holds(slot)
            ? presumed
            : Lifecycle.Decide(slot, signal, severity, options, now);
    }
}
