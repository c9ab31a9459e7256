using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>A state's <c>reasonData</c>: JSON inside a string. All members are optional.</summary>
internal sealed record ReasonData
{
    private static readonly ReasonData None = new();

    private string Threshold { get; init; } = "";

    private string Newest { get; init; } = "";

    /// <summary>The newest data point; null without one.</summary>
    public double? Value { get; private init; }

    /// <summary>The evaluated data points with their times; empty without them.</summary>
    public DataPoints Points { get; private init; } = DataPoints.None;

    /// <summary>An anomaly alarm's data points and the edges of its band, oldest first.</summary>
    public BandPoints Band { get; private init; } = BandPoints.None;

    private ImmutableArray<string> TriggeringAlarms { get; init; } = [];

    /// <summary>Parses the data; ignores invalid members.</summary>
    public static ReasonData Parse(string text) => text.Length == 0 ? None : Total.Run(
        () =>
        {
            var data = JsonText.Parse(text, JsonPath.Root, "reasonData").Element;
            return new ReasonData
            {
                Threshold = data.Get("threshold").NumberText(),
                Value = data.Get("recentDatapoints").Items().Select(item => item.Number()).LastOrDefault(),
                Points = PointsIn(data.Get("evaluatedDatapoints")),
                Newest = data.Get("recentDatapoints").Items().Select(JsonDecoration.NumberText).LastOrDefault() ?? "",
                Band = new BandPoints(
                    Numbers(data.Get("recentDatapoints")),
                    Numbers(data.Get("recentLowerThresholds")),
                    Numbers(data.Get("recentUpperThresholds"))),
                TriggeringAlarms = [.. data.Get("triggeringAlarms").Items()
                    .Select(alarm => $"{AlarmArn.NameIn(alarm.Text("arn"))} {alarm.Get("state").Text("value")}".Trim())],
            };
        },
        _ => None);

    /// <summary>Describes the data, for a state without a reason.</summary>
    public override string ToString() => string.Join(", ", Parts());

    // Periods without data have no value.
    private static DataPoints PointsIn(JsonElement list) => DataPoints.From(
        list.Items().Select(item => (At: AwsTime.Parse(item.Text("timestamp")), Value: item.Get("value").Number()))
            .Where(item => item is { At: not null, Value: not null })
            .Select(item => new DataPoint(item.At, item.Value!.Value)));

    private static ImmutableArray<double> Numbers(JsonElement list) =>
        [.. list.Items().Select(item => item.Number() ?? double.NaN)];

    private IEnumerable<string> Parts()
    {
        if (Newest.Length > 0)
            yield return $"newest datapoint {Newest}";
        if (Threshold.Length > 0)
            yield return $"threshold {Threshold}";
        foreach (var alarm in TriggeringAlarms)
            yield return alarm;
    }
}
