namespace Watchkeeper.Signals;

/// <summary>What a signal and its incident are about. Kept within the bounds of <see cref="SubjectLimits"/>.</summary>
public sealed record Subject
{
    /// <summary>The stable identity.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Where it was heard.</summary>
    public required SignalSource Source { get; init; }

    /// <summary>What it speaks of.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>The name by which people know it: an alarm's name, a detection's id, a check's name, a Health event type code.</summary>
    public required string Name { get; init; }

    /// <summary>One line that says what it is.</summary>
    public required string Title { get; init; }

    /// <summary>The twelve-digit account; empty where the source does not say.</summary>
    public required string Account { get; init; }

    /// <summary>The region's code, such as eu-central-1; empty where the source does not say.</summary>
    public required string Region { get; init; }

    /// <summary>The resource it concerns, as an ARN or an id; empty where there is none.</summary>
    public string Resource { get; init; } = "";

    /// <summary>When what is planned will be over, or begins where no end is planned; null for all that is not planned.</summary>
    public DateTimeOffset? PlannedUntil { get; init; }

    /// <summary>The AWS partition: aws, aws-cn or aws-us-gov.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The part of the application it belongs to; empty until one claims it.</summary>
    public string Service { get; init; } = "";

    /// <summary>Where to read what to do; an https address or empty.</summary>
    public string Runbook { get; init; } = "";

    /// <summary>
    /// More that routes, reactions and texts go by, in ordinal order: a metric's <c>namespace</c>, <c>metric</c> and dimensions
    /// (<c>InstanceId</c>, <c>AutoScalingGroupName</c> …), a call's <c>actor</c>, <c>api</c> and <c>sourceIp</c>.
    /// </summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;
}
