using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Reactions;

/// <summary>Status of a reaction.</summary>
public enum ReactionStatus
{
    /// <summary>
    /// The reaction is recorded, and its call is about to start. A row left in this status has an unknown outcome, which is
    /// verified by reading.
    /// </summary>
    Started,

    /// <summary>AWS accepted the call.</summary>
    Done,

    /// <summary>Dry-run: the call would have been made.</summary>
    WouldDo,

    /// <summary>A guard rail refused the reaction.</summary>
    Refused,

    /// <summary>AWS refused the call.</summary>
    Failed,

    /// <summary>The process died during the call and AWS shows no effect. The call is not repeated.</summary>
    Unknown,
}

/// <summary>A row of the reaction ledger.</summary>
public sealed record ReactionRecord
{
    /// <summary>The incident when the reaction was planned.</summary>
    public required Incident Incident { get; init; }

    /// <summary>
    /// The reaction's name and the incident's number of reopenings. Each step of an incident is carried out at most once.
    /// </summary>
    public required string Step { get; init; }

    /// <summary>The reaction's name.</summary>
    public required string Reaction { get; init; }

    /// <summary>The mode when the reaction was planned.</summary>
    public required ReactionMode Mode { get; init; }

    /// <summary>The status.</summary>
    public required ReactionStatus Status { get; init; }

    /// <summary>The call; null without a proposal.</summary>
    public ReactionAction? Action { get; init; }

    /// <summary>Why the reaction was refused.</summary>
    public ReactionRefusal? Refusal { get; init; }

    /// <summary>
    /// AWS's answer if it refused the call, or how the outcome was verified; cut to <see cref="SubjectLimits.Detail"/>.
    /// </summary>
    public string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); } = "";

    /// <summary>When the reaction was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The deadline of the process that started the reaction. Until then that process may still run.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When the outcome was known.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The X-Ray trace header of the signal that caused the reaction.</summary>
    public string? Trace { get; init; }

    /// <summary>
    /// The step of a reaction for the current incident. An incident has one step when it opens, and one more each time it reopens
    /// or its mute ends.
    /// </summary>
    /// <param name="reaction">The reaction.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="isUnmuted">
    /// Whether the incident's mute has just ended. Its step differs from the one that was refused because of the mute.
    /// </param>
    public static string StepFor(IReaction reaction, Incident incident, bool isUnmuted)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        ArgumentNullException.ThrowIfNull(incident);
        return $"{reaction.Name}.{incident.Reopenings}{(isUnmuted ? ".unmuted" : "")}";
    }
}
