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
            return "declared by a tag or the description";
        if (severity == signal.RuleSeverity)
            return "by the rule behind it";
        var unnamed = SeverityRules.Default.Classify(signal with { Subject = signal.Subject with { Name = "" } });
        if (severity == unnamed)
            return $"as usual for its kind, {signal.Subject.Kind.ToKebabCase()}";
        return severity == SeverityRules.Default.Classify(signal) ? "by a word in its name" : "by a configured name pattern";
    }

    /// <summary>
    /// By the incident, which holds the severity alone. What raises it above its kind and its name is what the source declared or
    /// the rule behind it.
    /// </summary>
    public static string Of(Incident incident)
    {
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
        var usual = SeverityRules.Default.Classify(signal with { Subject = incident.Subject with { Name = "" } });
        if (incident.Severity == usual)
            return $"as usual for its kind, {incident.Subject.Kind.ToKebabCase()}";
        return incident.Severity == SeverityRules.Default.Classify(signal)
            ? "by a word in its name"
            : "declared by its source, or by the rule behind it";
    }
}
