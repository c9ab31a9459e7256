using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// Takes a signal into an incident without having read it. Its guard, «an incident lasts, this signal is newer and not yet
/// recorded», is chosen so that whenever it holds, deciding with full knowledge would have done just this; where it does not
/// hold, the store answers with what is there, and the signal is decided again.
/// </summary>
/// <param name="Fingerprint">The slot.</param>
/// <param name="Nature">By it, newer means greater (time, id) for states, and not older for occurrences.</param>
/// <param name="Severity">For more trouble: the signal's own, which must not be worse than the incident's.</param>
/// <param name="Last">The change: reason <see cref="DecisionReason.Repeated"/> or <see cref="DecisionReason.Resolved"/>.</param>
/// <param name="Act">For more trouble: the act, which must be no news to the incident; null for states.</param>
/// <param name="Subject">What the incident shows from now on, within <see cref="SubjectLimits"/>; null where that stays.</param>
public sealed record SlotUpdate(
    Fingerprint Fingerprint, SignalNature Nature, Severity Severity, IncidentChange Last, Act? Act = null, Subject? Subject = null) : SlotWrite
{
    /// <inheritdoc/>
    public override Fingerprint Fingerprint { get; } = Fingerprint;

    /// <summary>Whether it ends the incident.</summary>
    public bool Resolves => Last.Reason is DecisionReason.Resolved;

    /// <inheritdoc/>
    public override bool Holds(Slot? current) =>
        current?.Active is { } incident
        && (Resolves || (incident.Severity >= Severity && incident.Mute is null && !incident.IsNews(Act)))
        && !current.Recent.IsFull
        && !current.Recent.Contains(Last.SignalId)
        && SignalOrder.IsNewer(Nature, Last.OccurredAt, Last.SignalId, current);

    /// <inheritdoc/>
    public override Slot Apply(Slot? current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var incident = current.Incident!;
        return current with
        {
            Version = current.Version + 1,
            NewestAt = Last.OccurredAt,
            NewestId = Last.SignalId,
            Recent = current.Recent.Append(Last.SignalId),
            Last = Last,
            Incident = Resolves
                ? incident with { Status = IncidentStatus.Resolved, ResolvedAt = Last.OccurredAt, Signals = incident.Signals + 1 }
                : incident with { Signals = incident.Signals + 1, Subject = Subject ?? incident.Subject },
        };
    }
}
