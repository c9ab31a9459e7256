using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>One entry of an alarm's metrics: a metric (namespace and name) or an expression over others.</summary>
internal sealed record AlarmMetric
{
    /// <summary>The id that expressions refer to; empty for a single metric.</summary>
    public string Id { get; init; } = "";

    /// <summary>The metric's account according to the alarm; empty for the alarm's own.</summary>
    public string Account { get; init; } = "";

    /// <summary>The statistic, such as Average, AVERAGE or p90; empty if unknown.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>The metric's namespace; empty for an expression.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The metric's name; empty for an expression.</summary>
    public string Name { get; init; } = "";

    /// <summary>The metric's dimensions, by name.</summary>
    public ImmutableSortedDictionary<string, string> Dimensions { get; init; } = NoDimensions;

    /// <summary>Metric math, ANOMALY_DETECTION_BAND, or a Metrics Insights query; empty for a metric.</summary>
    public string Expression { get; init; } = "";

    /// <summary>The label from the alarm's author.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether the alarm watches this entry, rather than only computing with it.</summary>
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

    // An account id as a number has lost its leading zeros. Any other value is passed on unchanged and is not a valid account.
    private static string AccountText(JsonElement account) => account.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => account.Text(),
        _ => account.GetRawText().PadLeft(12, '0'),
    };

    // Dimensions are an object in events and actions and a list in notifications. Forwarding tools may capitalise the keys of
    // either.
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
