using System.Globalization;
using System.Text.Json;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Describing;

/// <summary>A detection's threshold in words.</summary>
internal static class ThresholdText
{
    /// <summary>The line of a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="json">The detection's file.</param>
    public static string Of(DetectionThreshold threshold, JsonElement json)
    {
        var (count, minutes) = (threshold.Limit.Count, threshold.Limit.Minutes);
        var stated = json.Member("threshold");
        var what = threshold.Distinct is null ? "events" : $"different values of {PathText.Of(stated.Member("distinct"))}";
        var by = stated.Member("by") is { ValueKind: JsonValueKind.Array } named ? named : json.Member("fingerprint");
        var forOne = threshold.By.IsEmpty ? "" : $" for one {PathText.List(by)}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{count} {what} within {minutes} {(minutes == 1 ? "minute" : "minutes")}{forOne}");
    }
}
