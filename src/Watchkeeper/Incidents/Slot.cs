using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// Everything that a decision about one fingerprint needs, in one item that one conditional write can change. A slot outlives its
/// incident: it holds a resolved incident for the reopen window, and remembers the newest signal so that late signals count as
/// stale.
/// </summary>
public sealed record Slot
{
    /// <summary>The fingerprint that the slot belongs to.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>1 after the first write; every change adds one.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// Newest time of any signal other than NoData; <see cref="DateTimeOffset.MinValue"/> if there was no such signal.
    /// </summary>
    public required DateTimeOffset NewestAt { get; init; }

    /// <summary>
    /// Id of the signal with the newest time. Of two signals with the same time, the greater id wins, so that every process
    /// decides alike. Empty if there was no such signal.
    /// </summary>
    public required string NewestId { get; init; }

    /// <summary>Ids of the signals recorded last; they identify duplicate deliveries.</summary>
    public required RecentSignalIds Recent { get; init; }

    /// <summary>The active or the last incident; null if there has never been one.</summary>
    public Incident? Incident { get; init; }

    /// <summary>
    /// What an audit reported last; null where none has. Later notifications leave it as it is: whether it is the newest state
    /// too, the newest id tells.
    /// </summary>
    public ReportedFinding? Finding { get; init; }

    /// <summary>The change that made this version.</summary>
    public required IncidentChange Last { get; init; }

    /// <summary>
    /// Whether the slot remembers that it recorded the signal: among the last ones, or as the newest, however many late ones came
    /// after it.
    /// </summary>
    public bool HasRecorded(string signalId) => Recent.Contains(signalId) || NewestId == signalId;

    /// <summary>The incident while it is active; null otherwise.</summary>
    public Incident? Active => Incident is { IsActive: true } ? Incident : null;

    /// <summary>
    /// Whether a person resolved the incident of a finding, and no audit or notification has changed it since: the finding may
    /// still be flagged, and must not fire anew each day.
    /// </summary>
    public bool IsDismissed =>
        Incident is { IsActive: false, Subject.Source: SignalSource.Audit } && Last.Reason is DecisionReason.ResolvedByPerson;

    /// <summary>Whether its finding counts as flagged.</summary>
    internal bool IsActiveOrDismissed => Active is not null || IsDismissed;
}
