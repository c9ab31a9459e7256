using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>
/// How bad a signal is. What the thing itself declares (a tag, its description) counts first, then a configured pattern over its
/// name; else the rule behind it or the kind of thing it is, which a word of an alarm's name may raise and never lower.
/// </summary>
public sealed record SeverityRules
{
    /// <summary>The rules when nothing is configured.</summary>
    public static SeverityRules Default { get; } = new();

    /// <summary>Patterns over names, tried in order before rule, kind and <see cref="SeverityNames"/>. Default: none.</summary>
    public ImmutableArray<NamePattern> NamePatterns { get; init; } = [];

    /// <summary>Classifies a signal.</summary>
    public Severity Classify(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return signal.DeclaredSeverity
            ?? ByPattern(signal.Subject)
            ?? Raised(signal.RuleSeverity ?? ByKind(signal.Subject), signal.Subject);
    }

    // Too little to do harms nobody; whoever fears that it means more declares so.
    private static Severity ByKind(Subject subject) =>
        subject.Kind is SignalKind.Cpu && subject.Labels[SubjectLabels.Load] == SubjectLabels.Low ? Severity.Low : ByKind(subject.Kind);

    /// <summary>What a kind means when nothing else says more.</summary>
    public static Severity ByKind(SignalKind kind) => kind switch
    {
        SignalKind.StatusCheck => Severity.Critical,
        SignalKind.CompositeAlarm or SignalKind.Detection or SignalKind.HealthIssue or SignalKind.Cpu
            or SignalKind.ScalingLimit => Severity.High,
        SignalKind.AuditError => Severity.High,
        SignalKind.CustomMetric or SignalKind.Insight or SignalKind.HealthScheduledChange => Severity.Medium,
        SignalKind.DiskRead or SignalKind.DiskWrite or SignalKind.NetworkIn or SignalKind.NetworkOut => Severity.Medium,
        SignalKind.AuditWarning => Severity.Medium,
        _ => Severity.Low,
    };

    private Severity? ByPattern(Subject subject)
    {
        foreach (var pattern in NamePatterns)
        {
            if (pattern.Matches(subject.Name))
                return pattern.Severity;
        }

        return null;
    }

    // Names of checks, detections and event types are AWS's or ours: a word in them is no operator's convention.
    private static Severity Raised(Severity known, Subject subject) =>
        subject.Source is SignalSource.Alarm && SeverityNames.FromName(subject.Name) is { } claimed && claimed > known
            ? claimed
            : known;
}
