using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// The latest change of a slot. The stream carries it with every version, and the timeline consists of these changes.
/// </summary>
public sealed record IncidentChange
{
    /// <summary>The reason for the change.</summary>
    public required DecisionReason Reason { get; init; }

    /// <summary>Id of the signal or of the operator's action.</summary>
    public required string SignalId { get; init; }

    /// <summary>The envelope's id, for people to search by.</summary>
    public required string EventId { get; init; }

    /// <summary>When the cause happened, by the source's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the change was decided, by our clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The source's own words, shortened. Untrusted text.</summary>
    public required string Description { get; init; }

    /// <summary>The X-Ray trace header that came with the event.</summary>
    public string? Trace { get; init; }

    /// <summary>
    /// The whole signal within <see cref="SubjectLimits"/>, so that it can be decided again. Null if no signal caused the change:
    /// a person's action, an expiry, a reminder, a change by an earlier version.
    /// </summary>
    public Signal? Signal { get; init; }

    /// <summary>The severity that the signal was given; the incident may be more severe. Null without a signal.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// Version of the configuration that the change was decided under, ten hexadecimal digits. Null for an operator's action,
    /// which asks no configuration, and for a change by an earlier version.
    /// </summary>
    public string? Configuration { get; init; }
}
