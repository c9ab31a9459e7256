using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>
/// A call, a sign-in or a service event of CloudTrail, as input for detections («CloudTrail record contents» in its user guide).
/// All of its text comes from callers.
/// </summary>
public sealed record TrailEvent
{
    /// <summary>
    /// The whole event in EventBridge's form, which patterns are written for. If there was no envelope, one is created around the
    /// record. Owns its memory.
    /// </summary>
    public required JsonElement Envelope { get; init; }

    /// <summary>CloudTrail's <c>eventID</c>, the same for every way of arrival.</summary>
    public required string EventId { get; init; }

    /// <summary>Service and call in the notation of policies: <c>iam:CreateAccessKey</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The time of the event.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The affected account, 12 digits; empty if unknown.</summary>
    public required string Account { get; init; }

    /// <summary>The region of the event.</summary>
    public required string Region { get; init; }

    /// <summary>The partition of the event.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The actor: an ARN, else the service, user, account or principal; empty if unknown.</summary>
    public required string Actor { get; init; }

    /// <summary>
    /// The identity of the actor, equal for all sessions that machines open with one role. <see cref="Actor"/> if the event
    /// reports nothing else.
    /// </summary>
    public string ActorKey { get => field ?? Actor; init; } = null!;

    /// <summary>
    /// Whether the source address distinguishes acts. True for the root user, because anybody with the password is root.
    /// </summary>
    public bool IsKnownBySource { get; init; }

    /// <summary>Whether the call only read; false if unknown. A reading call is not part of an act's identity.</summary>
    public bool IsRead { get; init; }

    /// <summary>An IP address, or the service that called on behalf of somebody; empty if unknown.</summary>
    public required string SourceAddress { get; init; }
}
