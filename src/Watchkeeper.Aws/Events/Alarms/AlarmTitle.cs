using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>One line that says what an alarm watches.</summary>
internal static class AlarmTitle
{
    private const int MostNames = 3;

    /// <summary>The line; the same by every way that a state change comes.</summary>
    public static string Of(
        AlarmFacts facts,
        AlarmType type,
        ImmutableArray<AlarmMetric> metrics,
        ImmutableArray<KeyValuePair<string, string>> dimensions)
    {
        var whose = MainDimension.Of(dimensions) is { Length: > 0 } main
            ? main
            : Listed([.. dimensions.Select(dimension => dimension.Value)]);
        return type switch
        {
            AlarmType.Composite => Combination(facts.Rule),
            AlarmType.MetricsInsights => Query(facts.Metrics, whose),
            AlarmType.MetricMath => Math(facts.Metrics) + Of(whose),
            AlarmType.Anomaly when !metrics.IsEmpty => $"{Measured(metrics[0], whose)} outside its expected range",
            AlarmType.Metric => Measured(metrics[0], whose),
            _ => FirstLine(facts.Description) is { Length: > 0 } line ? line : facts.Name,
        };
    }

    private static string Measured(AlarmMetric metric, string whose) =>
        whose.Length > 0 ? metric.Name + Of(whose) : $"{metric.Name} in {metric.Namespace}";

    private static string Math(ImmutableArray<AlarmMetric> metrics)
    {
        var watched = metrics.FirstOrDefault(metric => metric is { IsWatched: true, Expression.Length: > 0 }) ?? metrics[0];
        return watched.Label.Length > 0 ? watched.Label : watched.Expression;
    }

    private static string Query(ImmutableArray<AlarmMetric> metrics, string whose)
    {
        var query = MetricsInsightsQuery.Parse(metrics.First(AlarmTypes.IsQuery).Expression);
        return whose.Length > 0 ? query.Call + Of(whose) : query.ToString();
    }

    private static string Combination(string rule) =>
        AlarmRule.NamesIn(rule) is { IsEmpty: false } names ? $"Combination of {Listed(names)}" : $"Combination: {rule}";

    private static string Listed(ImmutableArray<string> names) => names.Length <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more";

    private static string Of(string whose) => whose.Length > 0 ? $" of {whose}" : "";

    private static string FirstLine(string text) => text.Trim().Split('\n', 2)[0];
}
