namespace Watchkeeper.Detections;

/// <summary>What every event of CloudTrail says about itself, read by its parser; what detections turn into signals.</summary>
public sealed record TrailFacts
{
    /// <summary>CloudTrail's own id of the event, the same by whatever way it comes.</summary>
    public required string EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The account it concerns.</summary>
    public required string Account { get; init; }

    /// <summary>The region it happened in.</summary>
    public required string Region { get; init; }

    /// <summary>The partition it happened in.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>Who did it: an ARN, a user's name or a service; text that anybody may have chosen.</summary>
    public required string Actor { get; init; }

    /// <summary>
    /// What tells that actor from others: the same for all sessions that machines make of one role. <see cref="Actor"/> where
    /// nothing else is said.
    /// </summary>
    public string ActorKey { get => field ?? Actor; init; } = null!;

    /// <summary>Whether it matters from where it came, as with the root user, whom anybody with the password is.</summary>
    public bool IsKnownBySource { get; init; }

    /// <summary>Whether it only read: what is read makes no other act.</summary>
    public bool IsRead { get; init; }

    /// <summary>What was called, such as <c>iam:CreateAccessKey</c>.</summary>
    public required string Api { get; init; }

    /// <summary>From where: an address, or the service that called on somebody's behalf; empty where it is not said.</summary>
    public required string SourceIp { get; init; }

    /// <summary>The tracing header under which it was received.</summary>
    public string? Trace { get; init; }
}
