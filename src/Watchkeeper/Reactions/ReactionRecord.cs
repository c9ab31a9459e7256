using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Reactions;

/// <summary>How far a reaction is.</summary>
public enum ReactionStatus
{
    /// <summary>Recorded, the call is about to be made. Found again later, its outcome is unknown and is verified by reading.</summary>
    Started,

    /// <summary>The call was accepted.</summary>
    Done,

    /// <summary>Dry-run: it would have been made.</summary>
    WouldDo,

    /// <summary>A guard rail refused it.</summary>
    Refused,

    /// <summary>AWS refused it.</summary>
    Failed,

    /// <summary>The process died in the middle and the effect is not to be seen; it is not repeated.</summary>
    Unknown,
}

/// <summary>A row of the reaction ledger.</summary>
public sealed record ReactionRecord
{
    /// <summary>The incident, as it was when the reaction was planned.</summary>
    public required Incident Incident { get; init; }

    /// <summary>One step of one incident happens at most once: the reaction's name and how often the incident had reopened.</summary>
    public required string Step { get; init; }

    /// <summary>The reaction's name.</summary>
    public required string Reaction { get; init; }

    /// <summary>The mode it was planned in.</summary>
    public required ReactionMode Mode { get; init; }

    /// <summary>How far it is.</summary>
    public required ReactionStatus Status { get; init; }

    /// <summary>The call; null where none was proposed.</summary>
    public ReactionAction? Action { get; init; }

    /// <summary>Why it was refused.</summary>
    public ReactionRefusal? Refusal { get; init; }

    /// <summary>AWS's answer where it refused, or how the outcome was verified; cut to <see cref="SubjectLimits.Detail"/>.</summary>
    public string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); } = "";

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Until when the process that started it may still be at it: its own deadline.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When its outcome was known.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The X-Ray trace header of the signal behind it.</summary>
    public string? Trace { get; init; }

    /// <summary>The step of a reaction for an incident as it is now: one for each time that it begins, comes back or is muted no more.</summary>
    /// <param name="reaction">The reaction.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="isUnmuted">Whether AWS kept it quiet until now; what was refused for that is another step.</param>
    public static string StepFor(IReaction reaction, Incident incident, bool isUnmuted)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        ArgumentNullException.ThrowIfNull(incident);
        return $"{reaction.Name}.{incident.Reopenings}{(isUnmuted ? ".unmuted" : "")}";
    }
}
