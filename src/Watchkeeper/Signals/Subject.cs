namespace Watchkeeper.Signals;

/// <summary>The subject of a signal and its incident, within the bounds of <see cref="SubjectLimits"/>.</summary>
public sealed record Subject
{
    /// <summary>The stable identity.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The source of the signal.</summary>
    public required SignalSource Source { get; init; }

    /// <summary>The kind of the signal.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>The name that people know: an alarm's name, a detection's id, a check's name, a Health event type code.</summary>
    public required string Name { get; init; }

    /// <summary>One line that describes the subject.</summary>
    public required string Title { get; init; }

    /// <summary>The twelve-digit account; empty if the source does not report one.</summary>
    public required string Account { get; init; }

    /// <summary>The region's code, such as eu-central-1; empty if the source does not report one.</summary>
    public required string Region { get; init; }

    /// <summary>The affected resource, as an ARN or an id; empty without a resource.</summary>
    public string Resource { get; init; } = "";

    /// <summary>When a planned change begins; null if nothing is planned, or an earlier version recorded it.</summary>
    public DateTimeOffset? PlannedFrom { get; init; }

    /// <summary>When a planned change ends, or when it starts if no end is planned; null if nothing is planned.</summary>
    public DateTimeOffset? PlannedUntil { get; init; }

    /// <summary>The AWS partition: aws, aws-cn or aws-us-gov.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The part of the application that owns the subject; empty without an owner.</summary>
    public string Service { get; init; } = "";

    /// <summary>The runbook: an https address, or empty.</summary>
    public string Runbook { get; init; } = "";

    /// <summary>
    /// Further labels for routes, reactions and messages, in ordinal order: a metric's <c>namespace</c>, <c>metric</c> and
    /// dimensions (<c>InstanceId</c>, <c>AutoScalingGroupName</c> …), a call's <c>actor</c>, <c>actorClass</c>, <c>api</c>,
    /// <c>sourceIp</c> and what it opened (<c>port</c>, <c>network</c>, <c>policy</c> …).
    /// </summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;
}
