using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// Records a signal in an active incident without reading the slot first. The guard requires an active incident and a newer
/// signal that the slot has not recorded. Whenever the guard holds, a decision with full knowledge would make the same change.
/// Otherwise the store returns the current slot, and the signal is decided again.
/// </summary>
/// <param name="Fingerprint">The slot's fingerprint.</param>
/// <param name="Nature">Defines «newer»: a greater (time, id) for states, not older for events.</param>
/// <param name="Severity">For a firing signal: the signal's severity, which must not exceed the incident's.</param>
/// <param name="Last">
/// The change; its reason is <see cref="DecisionReason.Repeated"/> or <see cref="DecisionReason.Resolved"/>.
/// </param>
/// <param name="Act">For a firing signal: the act, which the incident must already know; null for states.</param>
/// <param name="Subject">The incident's new subject, within <see cref="SubjectLimits"/>; null if the subject stays.</param>
public sealed record SlotUpdate(
    Fingerprint Fingerprint, SignalNature Nature, Severity Severity, IncidentChange Last,
    Act? Act = null, Subject? Subject = null) : SlotWrite
{
    /// <inheritdoc/>
    public override Fingerprint Fingerprint { get; } = Fingerprint;

    /// <summary>Whether the update resolves the incident.</summary>
    public bool Resolves => Last.Reason is DecisionReason.Resolved;

    /// <summary>
    /// For a state: the subject that the incident must have. The slot stores no subject of the signal beside the incident's, so a
    /// signal with another one is written with full knowledge. Null if any will do.
    /// </summary>
    public Subject? Expected => Subject is null && Nature is SignalNature.State ? Last.Signal?.Subject : null;

    /// <inheritdoc/>
    public override bool Holds(Slot? current) =>
        current?.Active is { } incident
        && (Expected is null || Expected == incident.Subject)
        && (Resolves || (incident.Severity >= Severity && incident.Mute is null && !incident.IsNews(Act)))
        && !current.Recent.IsFull
        && !current.HasRecorded(Last.SignalId)
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
                : incident with
                {
                    Signals = incident.Signals + 1,
                    Subject = Subject ?? incident.Subject,
                    Measurement = Last.Signal?.Measurement ?? incident.Measurement,
                },
        };
    }
}
