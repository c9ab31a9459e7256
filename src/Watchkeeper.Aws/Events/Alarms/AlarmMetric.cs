using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>One entry of an alarm's metrics: a metric (namespace and name) or an expression over others.</summary>
internal sealed record AlarmMetric
{
    /// <summary>By what expressions name it; empty for the only one.</summary>
    public string Id { get; init; } = "";

    /// <summary>The account that it is taken from, as the alarm has it; empty for the alarm's own.</summary>
    public string Account { get; init; } = "";

    /// <summary>What is taken of its samples, such as Average, AVERAGE or p90; empty where it is not said.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>The metric's namespace; empty for an expression.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The metric's name; empty for an expression.</summary>
    public string Name { get; init; } = "";

    /// <summary>The metric's dimensions, by name.</summary>
    public ImmutableSortedDictionary<string, string> Dimensions { get; init; } = NoDimensions;

    /// <summary>Metric math, ANOMALY_DETECTION_BAND, or a Metrics Insights query; empty for a metric.</summary>
    public string Expression { get; init; } = "";

    /// <summary>The label that the alarm's maker gave.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether the alarm watches this one, and not only computes with it.</summary>
    public bool IsWatched { get; init; } = true;

    private static ImmutableSortedDictionary<string, string> NoDimensions { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads <c>configuration.metrics[]</c> of events and actions.</summary>
    public static AlarmMetric OfConfiguration(JsonElement entry)
    {
        var metric = entry.Get("metricStat").Get("metric");
        return new AlarmMetric
        {
            Id = entry.Text("id"),
            Account = AccountText(entry.Get("accountId")),
            Statistic = entry.Get("metricStat").Text("stat"),
            Namespace = metric.Text("namespace"),
            Name = metric.Text("name"),
            Dimensions = DimensionsOf(metric.Get("dimensions")),
            Expression = entry.Text("expression"),
            Label = entry.Text("label"),
            IsWatched = entry.Get("returnData").ValueKind is not JsonValueKind.False,
        };
    }

    /// <summary>Reads a notification's <c>Trigger</c>, which is the metric itself or holds <c>Metrics</c>.</summary>
    public static ImmutableArray<AlarmMetric> OfTrigger(JsonElement trigger)
    {
        if (trigger.Get("Metrics").ValueKind is JsonValueKind.Array)
            return [.. trigger.Get("Metrics").Items().Select(OfTriggerEntry)];
        var metric = OfTriggerMetric(trigger) with
        {
            Statistic = trigger.Text("Statistic") is { Length: > 0 } statistic ? statistic : trigger.Text("ExtendedStatistic"),
        };
        return metric.Name.Length > 0 ? [metric] : [];
    }

    private static AlarmMetric OfTriggerEntry(JsonElement entry) => OfTriggerMetric(entry.Get("MetricStat").Get("Metric")) with
    {
        Id = entry.Text("Id"),
        Account = AccountText(entry.Get("AccountId")),
        Statistic = entry.Get("MetricStat").Text("Stat"),
        Expression = entry.Text("Expression"),
        Label = entry.Text("Label"),
        IsWatched = entry.Get("ReturnData").ValueKind is not JsonValueKind.False,
    };

    private static AlarmMetric OfTriggerMetric(JsonElement metric) => new()
    {
        Namespace = metric.Text("Namespace"),
        Name = metric.Text("MetricName"),
        Dimensions = DimensionsOf(metric.Get("Dimensions")),
    };

    // A number has lost the zeros at its beginning; what is neither is told as it stands, and is no account.
    private static string AccountText(JsonElement account) => account.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => account.Text(),
        _ => account.GetRawText().PadLeft(12, '0'),
    };

    // An object in events and actions, a list in notifications, and either with capital keys behind tools that pass them on.
    private static ImmutableSortedDictionary<string, string> DimensionsOf(JsonElement dimensions) =>
        Sorted(dimensions.ValueKind is JsonValueKind.Array ? dimensions.Items().SelectMany(Listed) : dimensions.Texts());

    private static IEnumerable<KeyValuePair<string, string>> Listed(JsonElement dimension)
    {
        var name = dimension.Text("name") is { Length: > 0 } small ? small : dimension.Text("Name");
        var value = dimension.Text("value") is { Length: > 0 } text ? text : dimension.Text("Value");
        return name.Length > 0 ? [KeyValuePair.Create(name, value)] : dimension.Texts();
    }

    private static ImmutableSortedDictionary<string, string> Sorted(IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        var sorted = NoDimensions.ToBuilder();
        foreach (var (name, value) in dimensions)
        {
            if (name.Length > 0 && value.Length > 0)
                sorted[name] = value;
        }

        return sorted.ToImmutable();
    }
}
