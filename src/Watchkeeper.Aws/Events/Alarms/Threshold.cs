using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>An alarm's threshold with the comparison at which the alarm fires, such as <c>&gt; 80</c>, in any state.</summary>
internal static class Threshold
{
    /// <summary>
    /// Reads the threshold from CloudWatch's sentence, which all sources share: «… was [not] greater than or equal to the
    /// threshold (80.0) …». Empty if the reason contains none, as for anomaly bands and text that a person set.
    /// </summary>
    public static string OfReason(string reason)
    {
        const string mark = " the threshold (";
        var at = reason.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
            return "";
        var before = reason.AsSpan(0, at);
        var sign = before switch
        {
            _ when before.EndsWith(" greater than or equal to") => ">=",
            _ when before.EndsWith(" greater than") => ">",
            _ when before.EndsWith(" less than or equal to") => "<=",
            _ when before.EndsWith(" less than") => "<",
            _ => "",
        };
        var value = reason.AsSpan(at + mark.Length);
        value = value[..Math.Max(value.IndexOf(')'), 0)];
        return sign.Length > 0 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{sign} {number:0.####}")
            : "";
    }

    /// <summary>Reads the threshold from a notification's <c>Trigger</c>.</summary>
    public static string OfTrigger(JsonElement trigger)
    {
        var threshold = trigger.Get("Threshold");
        return Format(
            trigger.Text("ComparisonOperator"),
            threshold.ValueKind is JsonValueKind.String ? NumberText(threshold.Text()) : threshold.NumberText());
    }

    /// <summary>Combines CloudWatch's operator and the value; empty if one is missing.</summary>
    public static string Format(string comparison, string value)
    {
        var sign = comparison switch
        {
            "GreaterThanOrEqualToThreshold" => ">=",
            "GreaterThanThreshold" => ">",
            "LessThanOrEqualToThreshold" => "<=",
            "LessThanThreshold" => "<",
            _ => "",
        };
        return sign.Length > 0 && value.Length > 0 ? $"{sign} {value}" : "";
    }

    // Forwarding tools turn numbers into texts.
    private static string NumberText(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : "";
}
