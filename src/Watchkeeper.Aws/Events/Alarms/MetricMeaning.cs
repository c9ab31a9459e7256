using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// The meaning of a metric for load (CPU) or failure (status checks of instances), by name and statistic: «metrics collected by
/// the CloudWatch agent» and the metrics of EC2, RDS, ECS and Container Insights.
/// </summary>
internal static class MetricMeaning
{
    // Waiting time, and capacity that is bought, bound or withheld, do not measure a resource's own load.
    private static readonly string[] NoMeasure =
    [
        "steal", "stolen", "wait", "irq", "interrupt", "dpc", "guest", "nice", "credit", "reserv", "limit", "throttl", "request",
        "cpu_time",
    ];

    private static readonly string[] Rest = ["idle", "free", "available", "remaining", "unused", "headroom"];

    private static readonly string[] Load =
        ["utiliz", "utilis", "processor time", "user", "system", "privileged", "active", "busy", "used", "total", "load"];

    /// <summary>The trend of a metric.</summary>
    public static Trend For(AlarmMetric metric) => !IsMeasured(metric.Statistic) ? Trend.Unknown
        : metric.Name.StartsWith("StatusCheckFailed", StringComparison.Ordinal) ? Trend.Rising
        : MetricFamily.For(metric.Namespace, metric.Name) is SignalKind.Cpu ? OfCpu(metric.Name)
        : Trend.Unknown;

    private static Trend OfCpu(string name) => Has(name, NoMeasure) ? Trend.Unknown
        : Has(name, Rest) ? Trend.Falling
        : Has(name, Load) ? Trend.Rising
        : Trend.Unknown;

    // A count of samples (SampleCount, TC) or a percentile rank (PR) does not follow the samples' values.
    private static bool IsMeasured(string statistic)
    {
        statistic = statistic.Replace("_", "", StringComparison.Ordinal);
        return !statistic.Equals("SampleCount", StringComparison.OrdinalIgnoreCase)
            && !statistic.StartsWith("TC", StringComparison.OrdinalIgnoreCase)
            && !statistic.StartsWith("PR", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Has(string name, string[] words) =>
        words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
