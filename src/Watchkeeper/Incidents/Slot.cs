using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// All that deciding about one fingerprint needs, in one item that one conditional write can change. It outlives its incident:
/// a resolved one waits here for the reopen window, and «all is well» is remembered for late signals.
/// </summary>
public sealed record Slot
{
    /// <summary>What it is the slot of.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>1 when first written, and one more with every change.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// The newest time that a signal told of, other than «cannot say»; <see cref="DateTimeOffset.MinValue"/> where none has yet.
    /// </summary>
    public required DateTimeOffset NewestAt { get; init; }

    /// <summary>The id of the signal that told of it; of two with one time the greater id wins, on every machine alike. Empty where none has yet.</summary>
    public required string NewestId { get; init; }

    /// <summary>Ids of the signals recorded last, by which a duplicate delivery is known.</summary>
    public required RecentSignalIds Recent { get; init; }

    /// <summary>The episode that lasts, or the last one; null where all has been well.</summary>
    public Incident? Incident { get; init; }

    /// <summary>
    /// What an audit reported last; null where none has. Later notifications leave it as it is: whether it is the newest state too,
    /// the newest id tells.
    /// </summary>
    public ReportedFinding? Finding { get; init; }

    /// <summary>The change that made this version.</summary>
    public required IncidentChange Last { get; init; }

    /// <summary>The incident while it lasts, null otherwise.</summary>
    public Incident? Active => Incident is { IsActive: true } ? Incident : null;

    /// <summary>
    /// Whether a person resolved the incident of a finding, and no audit or notification has changed it since: the finding may still be
    /// flagged, and must not fire anew each day.
    /// </summary>
    public bool IsDismissed =>
        Incident is { IsActive: false, Subject.Source: SignalSource.Audit } && Last.Reason is DecisionReason.ResolvedByPerson;

    /// <summary>Whether its finding counts as flagged.</summary>
    internal bool IsOpen => Active is not null || IsDismissed;
}
