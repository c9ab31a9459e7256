using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Whether an entry of an alarm's metrics grows with the metrics that it is computed from («Using metric math» in the CloudWatch
/// user guide): sums, means and extremes of them, times or divided by a positive number. Everything else is unknown.
/// </summary>
internal sealed class MetricMath(ImmutableArray<AlarmMetric> metrics)
{
    // Far more than an alarm may have.
    private const int MaxMetrics = 200;
    private const int MaxDepth = 32;
    private readonly Dictionary<string, Trend> known = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>The trend of an entry: of a metric, a query, or an expression over other entries.</summary>
    public Trend TrendOf(AlarmMetric entry)
    {
        if (metrics.Length > MaxMetrics || depth == MaxDepth)
            return Trend.Unknown;
        depth++;
        var trend = AlarmTypes.IsQuery(entry) ? OfQuery(MetricsInsightsQuery.Parse(entry.Expression))
            : entry.Expression.Length > 0 ? new MathExpression(entry.Expression, this).Trend
            : MetricMeaning.For(entry);
        depth--;
        return trend;
    }

    /// <summary>What an id in an expression stands for.</summary>
    public Quantity Reference(string id)
    {
        if (known.TryGetValue(id, out var trend))
            return new Quantity(trend);
        // An entry that refers to itself finds this.
        known[id] = Trend.Unknown;
        if (metrics.Where(entry => entry.Id == id).Take(2).ToArray() is [var only])
            known[id] = TrendOf(only);
        return new Quantity(known[id]);
    }

    /// <summary>What METRICS() stands for: all metrics, or those whose id holds the text.</summary>
    public Quantity Metrics(string part)
    {
        var found = metrics.Where(entry => entry.Name.Length > 0 && entry.Id.Contains(part, StringComparison.Ordinal))
            .Select(entry => new Quantity(MetricMeaning.For(entry)))
            .ToArray();
        return found.Length > 0 ? found.Aggregate(Quantity.Together) : Quantity.Unknown;
    }

    private static Trend OfQuery(MetricsInsightsQuery query) =>
        query.Function.ToUpperInvariant() is "AVG" or "MAX" or "MIN" or "SUM" ? MetricMeaning.For(query.Metric) : Trend.Unknown;
}
