using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Says by what a severity was given.</summary>
internal static class SeverityOrigin
{
    /// <summary>By the signal itself, which holds what the source declares and what its rule says.</summary>
    public static string Of(Signal signal, Severity severity)
    {
        if (signal.DeclaredSeverity is not null)
            return Held(signal.Subject, severity) ?? "declared by a tag or the description";
        if (signal.Subject.Kind is SignalKind.Detection)
            return ByDetection(signal.Subject, severity);
        if (severity == signal.RuleSeverity)
            return "by the rule of its metric, a mark in its description, or its time series";
        var unnamed = SeverityRules.Default.Classify(signal with { Subject = signal.Subject with { Name = "" } });
        if (severity == unnamed)
            return $"as usual for its kind, {signal.Subject.Kind.ToKebabCase()}";
        return severity == SeverityRules.Default.Classify(signal)
            ? "by a word in its name"
            : "by a severity rule of the configuration";
    }

    /// <summary>
    /// By the incident, which holds the severity alone. A detection's rule always decides. What raises another source's severity
    /// above its kind and its name is what the source declared, or the rule of its metric.
    /// </summary>
    public static string Of(Incident incident)
    {
        if (incident.Subject.Kind is SignalKind.Detection)
            return ByDetection(incident.Subject, incident.Severity);
        var signal = new Signal
        {
            Id = "",
            EventId = "",
            OccurredAt = incident.OpenedAt,
            Condition = SignalCondition.Firing,
            Nature = SignalNature.State,
            Subject = incident.Subject,
            Reason = "",
        };
        if (Held(incident.Subject, incident.Severity) is { } held)
            return held;
        var usual = SeverityRules.Default.Classify(signal with { Subject = incident.Subject with { Name = "" } });
        if (incident.Severity == usual)
            return $"as usual for its kind, {incident.Subject.Kind.ToKebabCase()}";
        return incident.Severity == SeverityRules.Default.Classify(signal)
            ? "by a word in its name"
            : incident.Subject.Source is SignalSource.Alarm
                ? "declared by a tag or its description, or by the rule of its metric"
                : "declared by a tag";
    }

    // A planned change takes the severity that its resource's tag declares when it comes near.
    private static string? Held(Subject subject, Severity severity) =>
        KebabCase.Parse<Severity>(subject.Labels[SubjectLabels.Declared]) is { } declared && declared > severity
            ? $"declared {declared.ToKebabCase()} by a tag, which counts from a day before the planned time"
            : null;

    // An incident keeps its worst severity, also when its newest act was lowered.
    private static string ByDetection(Subject subject, Severity severity)
    {
        var rule = $"by the rule of the detection {subject.Name}";
        return KebabCase.Parse<Severity>(subject.Labels[SubjectLabels.LoweredFrom]) is { } from && severity == from - 1
            ? $"{rule}, lowered from {from.ToKebabCase()} for an act of {subject.Labels[SubjectLabels.ActorClass]}"
            : rule;
    }
}
