namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>The type of an alarm: what the alarm watches.</summary>
internal enum AlarmType
{
    /// <summary>The document does not contain the type.</summary>
    Unknown,

    /// <summary>One metric.</summary>
    Metric,

    /// <summary>An expression over metrics.</summary>
    MetricMath,

    /// <summary>A metric and its expected band.</summary>
    Anomaly,

    /// <summary>A Metrics Insights query.</summary>
    MetricsInsights,

    /// <summary>The states of other alarms.</summary>
    Composite,
}

/// <summary>Finds the type of an alarm.</summary>
internal static class AlarmTypes
{
    /// <summary>Finds the type from the alarm's configuration.</summary>
    public static AlarmType From(AlarmFacts facts) => facts switch
    {
        { Rule.Length: > 0 } => AlarmType.Composite,
        _ when facts.Metrics.Any(IsBand) => AlarmType.Anomaly,
        _ when facts.Metrics.Any(IsQuery) => AlarmType.MetricsInsights,
        _ when facts.Metrics.Any(metric => metric.Expression.Length > 0) => AlarmType.MetricMath,
        _ when facts.Metrics.Any(metric => metric.Name.Length > 0) => AlarmType.Metric,
        _ => AlarmType.Unknown,
    };

    /// <summary>Whether an entry is the band of an anomaly alarm.</summary>
    public static bool IsBand(AlarmMetric metric) => Starts(metric, "ANOMALY_DETECTION_BAND");

    /// <summary>Whether an entry is a Metrics Insights query.</summary>
    public static bool IsQuery(AlarmMetric metric) => Starts(metric, "SELECT ");

    private static bool Starts(AlarmMetric metric, string word) =>
        metric.Expression.AsSpan().TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
