using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>
/// The severity of a signal. A declaration (a tag, a description) comes first, then a configured pattern over the name. Otherwise
/// the rule behind the signal or its kind decides, and a word of an alarm's name may raise that severity.
/// </summary>
public sealed record SeverityRules
{
    /// <summary>The rules without configuration.</summary>
    public static SeverityRules Default { get; } = new();

    /// <summary>Patterns over names, tried in order before rule, kind and <see cref="SeverityNames"/>. Default: none.</summary>
    public ImmutableArray<NamePattern> NamePatterns { get; init; } = [];

    /// <summary>Rules over subjects, tried in order before <see cref="NamePatterns"/>. Default: none.</summary>
    public ImmutableArray<SeverityRule> Rules { get; init; } = [];

    /// <summary>Classifies a signal.</summary>
    public Severity Classify(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return signal.DeclaredSeverity
            ?? ByPattern(signal.Subject)
            ?? Raised(signal.RuleSeverity ?? ByKind(signal.Subject), signal.Subject);
    }

    // Too little load harms nobody. An operator who disagrees can declare a severity.
    private static Severity ByKind(Subject subject) =>
        subject.Kind is SignalKind.Cpu && subject.Labels[SubjectLabels.Load] == SubjectLabels.Low
            ? Severity.Low
            : ByKind(subject.Kind);

    /// <summary>The default severity of a kind.</summary>
    public static Severity ByKind(SignalKind kind) => kind switch
    {
        SignalKind.StatusCheck => Severity.Critical,
        SignalKind.CompositeAlarm or SignalKind.Detection or SignalKind.HealthIssue or SignalKind.HealthAbuse
            or SignalKind.Cpu or SignalKind.ScalingLimit or SignalKind.UnusableConfiguration or SignalKind.LostEvents => Severity.High,
        SignalKind.AuditError => Severity.High,
        SignalKind.CustomMetric or SignalKind.Insight or SignalKind.HealthScheduledChange => Severity.Medium,
        SignalKind.DiskRead or SignalKind.DiskWrite or SignalKind.NetworkIn or SignalKind.NetworkOut => Severity.Medium,
        SignalKind.AuditWarning => Severity.Medium,
        _ => Severity.Low,
    };

    private Severity? ByPattern(Subject subject)
    {
        foreach (var rule in Rules)
        {
            if (rule.Matches(subject))
                return rule.Severity;
        }

        foreach (var pattern in NamePatterns)
        {
            if (pattern.Matches(subject.Name))
                return pattern.Severity;
        }

        return null;
    }

    // AWS or Watchkeeper names checks, detections and event types. A word in such a name is no operator's convention.
    private static Severity Raised(Severity known, Subject subject) =>
        subject.Source is SignalSource.Alarm && SeverityNames.FromName(subject.Name) is { } claimed && claimed > known
            ? claimed
            : known;
}
