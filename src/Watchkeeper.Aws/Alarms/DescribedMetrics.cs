using System.Collections.Immutable;
using Amazon.CloudWatch.Model;
using Watchkeeper.Aws.Events.Alarms;

namespace Watchkeeper.Aws.Alarms;

/// <summary>The metrics of a metric alarm: its one metric, or its list.</summary>
internal static class DescribedMetrics
{
    /// <summary>Reads the metrics and expressions; empty for an alarm over PromQL.</summary>
    public static ImmutableArray<AlarmMetric> From(MetricAlarm alarm)
    {
        if (alarm.Metrics is { Count: > 0 } queries)
            return [.. queries.OfType<MetricDataQuery>().Select(From)];
        return alarm.MetricName is { Length: > 0 } name
            ?
            [
                new AlarmMetric
                {
                    Namespace = alarm.Namespace ?? "",
                    Name = name,
                    Dimensions = Sorted(alarm.Dimensions),
                    Statistic = alarm.ExtendedStatistic is { Length: > 0 } percentile ? percentile : alarm.Statistic?.Value ?? "",
                },
            ]
            : [];
    }

    private static AlarmMetric From(MetricDataQuery query) => new()
    {
        Id = query.Id ?? "",
        Account = query.AccountId ?? "",
        Statistic = query.MetricStat?.Stat ?? "",
        Namespace = query.MetricStat?.Metric?.Namespace ?? "",
        Name = query.MetricStat?.Metric?.MetricName ?? "",
        Dimensions = Sorted(query.MetricStat?.Metric?.Dimensions),
        Expression = query.Expression ?? "",
        Label = query.Label ?? "",
        IsWatched = query.ReturnData is not false,
    };

    private static ImmutableSortedDictionary<string, string> Sorted(IEnumerable<Dimension>? dimensions)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var dimension in (dimensions ?? []).OfType<Dimension>())
        {
            if (dimension is { Name.Length: > 0, Value.Length: > 0 })
                sorted[dimension.Name] = dimension.Value;
        }

        return sorted.ToImmutable();
    }
}
