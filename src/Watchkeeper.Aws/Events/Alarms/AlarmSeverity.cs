using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>How bad an alarm is beyond its kind. Guesses raise, and never lower: what is declared is read elsewhere.</summary>
internal static class AlarmSeverity
{
    /// <summary>
    /// The worst of what its metrics mean, of a mark in its description («[P1] …») and of the label <c>severity</c> of its time
    /// series; null where that is no worse than its kind.
    /// </summary>
    public static Severity? Above(AlarmFacts facts, SignalKind kind)
    {
        Severity?[] claims =
        [
            facts.Metrics.Select(metric => MetricSeverity.For(Measured(metric), facts.ContributorAttributes)).Max(),
            SeverityDescription.Mark(facts.Description),
            SeverityDeclaration.FromTags(facts.ContributorAttributes).Severity,
        ];
        return claims.Max() is { } worst && worst > SeverityRules.ByKind(kind) ? worst : null;
    }

    private static AlarmMetric Measured(AlarmMetric metric) =>
        AlarmTypes.IsQuery(metric) ? MetricsInsightsQuery.Parse(metric.Expression).Metric : metric;
}
