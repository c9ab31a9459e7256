using System.Globalization;
using System.Text.RegularExpressions;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// A sentence of CloudWatch with dates, numbers and names that people read: «5.36870912E9 (17/11/26 08:14:00)» becomes
/// «5,368,709,120 (08:14 UTC)», and an alarm's ARN its name.
/// </summary>
internal static partial class QuotedReason
{
    public static string Readable(string reason, DateTimeOffset now, Translations sentences)
    {
        // Two times for each number would hide the numbers.
        var utc = sentences with { Zone = null };
        var text = Dates().Replace(reason, match => TimeOf(match, "dd/MM/yy HH:mm:ss"));
        if (text.Contains('E', StringComparison.Ordinal))
        {
            text = Numbers().Replace(text, match => match.Groups["before"].Value + RoundedNumber.From(
                double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), RoundedNumber.AllDigits));
        }

        return text.Contains(":alarm:", StringComparison.Ordinal)
            ? Arns().Replace(LongDates().Replace(text, match => TimeOf(match, "dddd d MMMM, yyyy HH:mm:ss 'UTC'")), "")
            : text;

        string TimeOf(Match match, string format) => DateTimeOffset.TryParseExact(
            match.ValueSpan, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? TimeWords.Near(time, now, utc)
            : match.Value;
    }

    [GeneratedRegex(@"\b[0-9]{2}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Dates();

    // A composite alarm's: «Tuesday 17 November, 2026 08:14:00 UTC».
    [GeneratedRegex(
        @"\b[A-Z][a-z]{2,5}day [0-9]{1,2} [A-Z][a-z]{2,8}, [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} UTC\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex LongDates();

    // As Java writes large and small numbers.
    [GeneratedRegex(@"(?<before>^|[\[(, ])(?<number>-?[0-9]\.[0-9]{1,17}E-?[0-9]{1,2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    // What stands before an alarm's name.
    [GeneratedRegex(@"\barn:aws[a-z-]{0,20}:cloudwatch:[a-z0-9-]{1,30}:[0-9]{12}:alarm:", RegexOptions.NonBacktracking)]
    private static partial Regex Arns();
}
