namespace Watchkeeper.Signals;

/// <summary>One normalised observation from a source.</summary>
public sealed record Signal
{
    /// <summary>
    /// The identity of the observation itself (32 hexadecimal digits of <see cref="StableHash"/>): the same state change
    /// that arrives by two ways has one id, and so has every redelivery.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The id that the envelope bore: EventBridge's id, SNS's MessageId, CloudTrail's eventID. For people to search by.</summary>
    public required string EventId { get; init; }

    /// <summary>When what it tells of happened, as the source says; never when it arrived.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What the source says about the subject.</summary>
    public required SignalCondition Condition { get; init; }

    /// <summary>Whether only the newest counts, or each.</summary>
    public required SignalNature Nature { get; init; }

    /// <summary>Whether the source says that its previous observation was trouble too; null where it does not say.</summary>
    public bool? WasTrouble { get; init; }

    /// <summary>What the signal is about; equal for all signals of one fingerprint but for changed descriptions.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Why the source says so, in its own words; text that anybody may have written.</summary>
    public required string Reason { get; init; }

    /// <summary>Severity that the thing itself declares: a tag of the resource, or <c>severity=high</c> in an alarm's description.</summary>
    public Severity? DeclaredSeverity { get; init; }

    /// <summary>A declared severity that was not understood: bounded, in one line; null where there is none.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>
    /// Severity that the rule behind the signal gives: a detection's, or what an alarm's metric means where it is worse than its
    /// kind. Stands in for the kind's.
    /// </summary>
    public Severity? RuleSeverity { get; init; }

    /// <summary>What tells this act from others of the same incident; null for states, of which only the newest counts.</summary>
    public Act? Act { get; init; }

    /// <summary>How the alarm's owner keeps it quiet; null where nobody does.</summary>
    public Mute? Mute { get; init; }

    /// <summary>What an audit reports with it; null for signals of every other kind.</summary>
    public ReportedFinding? Finding { get; init; }

    /// <summary>The X-Ray trace header under which it was received, so that the trace can go on through the stream.</summary>
    public string? Trace { get; init; }
}
