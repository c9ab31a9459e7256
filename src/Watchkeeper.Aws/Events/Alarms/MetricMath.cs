using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Determines whether an entry of an alarm's metrics grows with the metrics in its expression («Using metric math» in the
/// CloudWatch user guide). Known are sums, means and extremes of metrics, multiplied or divided by a positive number. Everything
/// else is unknown.
/// </summary>
internal sealed class MetricMath(ImmutableArray<AlarmMetric> metrics)
{
    // Far above the maximum of an alarm.
    private const int MaxMetrics = 200;
    private const int MaxDepth = 32;
    private readonly Dictionary<string, Trend> known = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>The trend of a metric, a query, or an expression over other entries.</summary>
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

    /// <summary>The quantity that an id in an expression refers to.</summary>
    public Quantity Reference(string id)
    {
        if (known.TryGetValue(id, out var trend))
            return new Quantity(trend);
        // An entry that refers to itself finds this value.
        known[id] = Trend.Unknown;
        if (metrics.Where(entry => entry.Id == id).Take(2).ToArray() is [var only])
            known[id] = TrendOf(only);
        return new Quantity(known[id]);
    }

    /// <summary>The quantity of METRICS(): all metrics, or those whose id contains the text.</summary>
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
