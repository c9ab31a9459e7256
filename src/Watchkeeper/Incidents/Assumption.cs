using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>What a first write may presume about a slot that nobody has read.</summary>
public enum Assumption
{
    /// <summary>There is no slot.</summary>
    None,

    /// <summary>An incident lasts, older than the signal and not less severe.</summary>
    ActiveIncident,
}

/// <summary>
/// First writes without a read. A presumption costs nothing when it is right and one refused write when it is wrong, and it can
/// never do harm: the write is guarded by exactly what was presumed.
/// </summary>
public static class OptimisticWrite
{
    /// <summary>The likeliest state: what the source says of its own past, else what this process saw last, else nothing.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="seenLasting">Whether this process last saw an incident lasting in the slot; null where it saw none.</param>
    public static Assumption For(Signal signal, bool? seenLasting)
    {
        ArgumentNullException.ThrowIfNull(signal);
        // What undoes nothing is not written, so that no guard would find out that another process knows better.
        var lasting = signal.Condition is SignalCondition.Resolved
            ? signal.WasTrouble ?? (signal.Nature is SignalNature.Event || (seenLasting ?? true))
            : signal.WasTrouble ?? seenLasting ?? false;
        return lasting ? Assumption.ActiveIncident : Assumption.None;
    }

    /// <summary>Decides about a signal on a presumption.</summary>
    public static Decision Decide(
        Assumption presumption, Signal signal, Severity severity, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (presumption is Assumption.None || signal.Condition is SignalCondition.NoData or SignalCondition.Gone)
            return Lifecycle.Decide(null, signal, severity, options, now);
        var reason = signal.Condition is SignalCondition.Resolved ? DecisionReason.Resolved : DecisionReason.Repeated;
        var entry = Lifecycle.EntryFor(signal, reason, now);
        return new Decision(
            reason,
            reason is DecisionReason.Resolved
                ? new SlotUpdate(signal.Subject.Fingerprint, signal.Nature, severity, entry)
                : new SlotUpdate(
                    signal.Subject.Fingerprint, signal.Nature, severity, entry, signal.Act, SignalEffect.ShownByRepeat(signal)));
    }

    /// <summary>
    /// Decides about a signal, knowing the slot as it was just now: by the delta where its guard holds, since that goes on
    /// holding while others write, else by a replacement of that very version. Both come to the same.
    /// </summary>
    public static Decision DecideKnowing(
        Slot? slot, Signal signal, Severity severity, LifecycleOptions options, DateTimeOffset now)
    {
        var presumed = Decide(Assumption.ActiveIncident, signal, severity, options, now);
        return presumed.Write is SlotUpdate delta && delta.Holds(slot)
            ? presumed
            : Lifecycle.Decide(slot, signal, severity, options, now);
    }
}
