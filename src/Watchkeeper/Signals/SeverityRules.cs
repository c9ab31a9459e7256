using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>
/// How bad a signal is. In this order the first that answers counts: what the thing itself declares (a tag), a pattern over its
/// name, the rule behind it, and last what kind of thing it is.
/// </summary>
public sealed record SeverityRules
{
    /// <summary>The rules when nothing is configured.</summary>
    public static SeverityRules Default { get; } = new();

    /// <summary>Patterns over names, tried in order before <see cref="SeverityNames"/>. Default: none.</summary>
    public ImmutableArray<NamePattern> NamePatterns { get; init; } = [];

    /// <summary>Classifies a signal.</summary>
    public Severity Classify(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return signal.DeclaredSeverity
            ?? ByName(signal.Subject)
            ?? signal.RuleSeverity
            ?? ByKind(signal.Subject.Kind);
    }

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

    private Severity? ByName(Subject subject)
    {
        foreach (var pattern in NamePatterns)
        {
            if (pattern.Matches(subject.Name))
                return pattern.Severity;
        }

        // Names of checks, detections and event types are AWS's or ours: a word in them is no operator's convention.
        return subject.Source is SignalSource.Alarm ? SeverityNames.FromName(subject.Name) : null;
    }
}
