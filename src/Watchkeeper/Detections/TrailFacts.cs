namespace Watchkeeper.Detections;

/// <summary>The common fields of a CloudTrail event, from its parser. Detections make signals of them.</summary>
public sealed record TrailFacts
{
    /// <summary>CloudTrail's own id of the event, the same for every way of arrival.</summary>
    public required string EventId { get; init; }

    /// <summary>When the event happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The affected account.</summary>
    public required string Account { get; init; }

    /// <summary>The region of the event.</summary>
    public required string Region { get; init; }

    /// <summary>The partition of the event.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The actor: an ARN, a user's name or a service. Untrusted text.</summary>
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

    /// <summary>Whether the call only read. A reading call is not part of an act's identity.</summary>
    public bool IsRead { get; init; }

    /// <summary>The API call, such as <c>iam:CreateAccessKey</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The source address, or the service that called on somebody's behalf; empty if not reported.</summary>
    public required string SourceIp { get; init; }

    /// <summary>The X-Ray trace header of the event.</summary>
    public string? Trace { get; init; }
}
