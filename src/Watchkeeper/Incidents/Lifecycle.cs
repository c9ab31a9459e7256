using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// The state machine of incidents. Pure: maps a slot, a signal with its severity, the options and the time to a decision.
/// </summary>
public static class Lifecycle
{
    /// <summary>Decides about a signal, given the slot.</summary>
    /// <param name="slot">The stored slot; null if it does not exist.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="severity">The signal's severity, from <see cref="SeverityRules"/>.</param>
    /// <param name="options">The time limits.</param>
    /// <param name="now">The time of the decision. It is recorded, and never compared with the source's times.</param>
    public static Decision Decide(Slot? slot, Signal signal, Severity severity, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(options);
        if (slot is not null && slot.HasRecorded(signal.Id))
            return Decision.Unchanged(DecisionReason.Duplicate);
        if (slot is not null && OnlyNewestCounts(signal)
            && !SignalOrder.IsNewer(signal.Nature, signal.OccurredAt, signal.Id, slot))
        {
            return Decision.Unchanged(DecisionReason.Stale);
        }

        var reason = ReasonFor(slot, signal, severity, options);
        // The slot need not record an undoing without an incident: acts count whenever they arrive.
        if (reason is DecisionReason.NothingToResolve && signal.Nature is SignalNature.Event)
            return Decision.Unchanged(reason);
        var entry = EntryFor(signal, severity, reason, options, now);
        var next = Advance(slot, signal, entry);
        next = next with
        {
            Incident = SignalEffect.After(
                slot?.Incident, entry.Signal!, severity, entry, isNewest: next.NewestAt == signal.OccurredAt),
        };
        return new Decision(reason, new SlotPut(next, slot?.Version ?? 0));
    }

    /// <summary>The change that a signal makes in its slot.</summary>
    internal static IncidentChange EntryFor(
        Signal signal, Severity severity, DecisionReason reason, LifecycleOptions options, DateTimeOffset now)
    {
        var bounded = SubjectLimits.Bound(signal);
        return new IncidentChange
        {
            Reason = reason,
            SignalId = bounded.Id,
            EventId = bounded.EventId,
            OccurredAt = bounded.OccurredAt,
            RecordedAt = now,
            Description = bounded.Reason,
            Trace = signal.Trace is { Length: <= SubjectLimits.Trace } trace ? trace : null,
            Signal = bounded,
            Severity = severity,
            Configuration = options.Version,
        };
    }

    // Each act counts whenever it arrives. The undoing of one act says nothing about later acts.
    private static bool OnlyNewestCounts(Signal signal) =>
        signal.Nature is SignalNature.State || signal.Condition is SignalCondition.Resolved or SignalCondition.Gone;

    private static DecisionReason ReasonFor(Slot? slot, Signal signal, Severity severity, LifecycleOptions options)
    {
        var active = slot?.Active;
        return signal.Condition switch
        {
            SignalCondition.NoData => DecisionReason.NoData,
            SignalCondition.Resolved => active is null ? DecisionReason.NothingToResolve : DecisionReason.Resolved,
            SignalCondition.Gone => active is null ? DecisionReason.NothingToResolve : DecisionReason.SourceGone,
            _ when active is not null => WhileActive(active, signal, severity),
            _ => AfterTheEnd(slot?.Incident, signal, options),
        };
    }

    private static DecisionReason WhileActive(Incident active, Signal signal, Severity severity)
    {
        if (severity > active.Severity)
            return DecisionReason.Escalated;
        if (active.Mute is not null && signal.Mute is null)
            return DecisionReason.MuteEnded;
        return active.IsNews(signal.Act) ? DecisionReason.AnotherAct : DecisionReason.Repeated;
    }

    private static DecisionReason AfterTheEnd(Incident? ended, Signal signal, LifecycleOptions options)
    {
        if (ended?.ResolvedAt is not { } end || ended.IsFinal)
            return DecisionReason.Opened;
        // A late event from before the end belongs to the ended incident. It opens no new incident, unless it is another act.
        if (signal.Nature is SignalNature.Event && signal.OccurredAt <= end && !ended.IsNews(signal.Act))
            return DecisionReason.Late;
        return signal.OccurredAt - end <= options.ReopenWindow ? DecisionReason.Reopened : DecisionReason.Opened;
    }

    private static Slot Advance(Slot? slot, Signal signal, IncidentChange entry)
    {
        // NoData is not a state. If it counted as the newest state, an earlier firing signal that arrives late would be stale and
        // lost.
        var newer = signal.Condition is not SignalCondition.NoData
            && (slot is null || SignalOrder.IsNewer(signal.Nature, signal.OccurredAt, signal.Id, slot));
        return new Slot
        {
            Fingerprint = signal.Subject.Fingerprint,
            Version = (slot?.Version ?? 0) + 1,
            NewestAt = newer ? signal.OccurredAt : slot?.NewestAt ?? DateTimeOffset.MinValue,
            NewestId = newer ? signal.Id : slot?.NewestId ?? "",
            Recent = (slot?.Recent ?? RecentSignalIds.Empty).Append(signal.Id),
            Finding = newer ? signal.Finding ?? slot?.Finding : slot?.Finding,
            Last = entry,
        };
    }
}
