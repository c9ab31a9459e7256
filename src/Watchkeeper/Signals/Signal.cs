namespace Watchkeeper.Signals;

/// <summary>One normalised observation from a source.</summary>
public sealed record Signal
{
    /// <summary>
    /// The identity of the observation: 32 hexadecimal digits of <see cref="StableHash"/>. A state change that arrives by two
    /// ways has the same id, and so has every redelivery.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The envelope's id, for people to search by: EventBridge's id, SNS's MessageId, CloudTrail's eventID.</summary>
    public required string EventId { get; init; }

    /// <summary>When the observation happened, by the source's clock; never the time of arrival.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The condition that the source reports.</summary>
    public required SignalCondition Condition { get; init; }

    /// <summary>Whether only the newest signal counts, or every one.</summary>
    public required SignalNature Nature { get; init; }

    /// <summary>
    /// Whether the source reports that its previous state was firing too; null if the source does not report its previous state.
    /// </summary>
    public bool? WasFiring { get; init; }

    /// <summary>
    /// The subject. All signals with the same fingerprint have the same subject, except for changed descriptions.
    /// </summary>
    public required Subject Subject { get; init; }

    /// <summary>The tags of the alarm, if AWS sends them; they decide the service, and no row keeps them.</summary>
    public LabelSet Tags { get; init; } = LabelSet.Empty;

    /// <summary>The reason in the source's own words. Untrusted text.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The severity that the resource or alarm declares: a tag, or <c>severity=high</c> in an alarm's description.
    /// </summary>
    public Severity? DeclaredSeverity { get; init; }

    /// <summary>A declared severity that was not recognised, shortened to one line; null if there is none.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>
    /// The severity from the rule behind the signal: the detection's, or that of an alarm's metric if it is worse than the
    /// kind's. Replaces the kind's severity.
    /// </summary>
    public Severity? RuleSeverity { get; init; }

    /// <summary>
    /// Distinguishes this act from others of the same incident; null for states, of which only the newest counts.
    /// </summary>
    public Act? Act { get; init; }

    /// <summary>The mute by the alarm's owner; null without a mute.</summary>
    public Mute? Mute { get; init; }

    /// <summary>What an alarm measured; null for signals of every other kind, and if the alarm does not say.</summary>
    public Measurement? Measurement { get; init; }

    /// <summary>What an audit reports with it; null for signals of every other kind.</summary>
    public ReportedFinding? Finding { get; init; }

    /// <summary>The X-Ray trace header of the event, so that the trace continues through the stream.</summary>
    public string? Trace { get; init; }
}
