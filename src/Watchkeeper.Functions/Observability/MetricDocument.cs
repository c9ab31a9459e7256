using System.Text.Json;

namespace Watchkeeper.Functions.Observability;

/// <summary>A dimension with a value from a closed set.</summary>
internal readonly record struct MetricDimension(string Name, string Value);

/// <summary>One value of one metric, with the names of its dimensions.</summary>
internal readonly record struct MetricDatum(string Name, string Unit, double Value, string[] Dimensions)
{
    public static MetricDatum One(string name, params string[] dimensions) => new(name, "Count", 1, dimensions);

    /// <summary>A time in milliseconds. Clock skew never gives a negative time.</summary>
    public static MetricDatum Time(string name, TimeSpan time, params string[] dimensions) =>
        new(name, "Milliseconds", Math.Round(Math.Max(0, time.TotalMilliseconds)), dimensions);
}

/// <summary>A document in CloudWatch's embedded metric format.</summary>
internal readonly ref struct MetricDocument(
    DateTimeOffset at, ReadOnlySpan<MetricDimension> dimensions, ReadOnlySpan<MetricDatum> data)
{
    private readonly DateTimeOffset at = at;
    private readonly ReadOnlySpan<MetricDimension> dimensions = dimensions;
    private readonly ReadOnlySpan<MetricDatum> data = data;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("_aws");
        writer.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics");
        foreach (var datum in data)
            WriteDirective(writer, datum);
        writer.WriteEndArray();
        writer.WriteEndObject();
        foreach (var dimension in dimensions)
            writer.WriteString(dimension.Name, dimension.Value);
        foreach (var datum in data)
            writer.WriteNumber(datum.Name, datum.Value);
    }

    private static void WriteDirective(Utf8JsonWriter writer, MetricDatum datum)
    {
        writer.WriteStartObject();
        writer.WriteString("Namespace", "Watchkeeper");
        writer.WriteStartArray("Dimensions");
        writer.WriteStartArray();
        foreach (var name in datum.Dimensions)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteStartArray();
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics");
        writer.WriteStartObject();
        writer.WriteString("Name", datum.Name);
        writer.WriteString("Unit", datum.Unit);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
