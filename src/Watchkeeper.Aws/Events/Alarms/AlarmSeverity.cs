using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Raises an alarm's severity above that of its kind. A guess never lowers the severity. Declared severities are read elsewhere.
/// </summary>
internal static class AlarmSeverity
{
    /// <summary>
    /// The highest of the metrics' severities, of a mark in the description («[P1] …») and of the time series' label
    /// <c>severity</c>; null if not higher than the kind's severity.
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
