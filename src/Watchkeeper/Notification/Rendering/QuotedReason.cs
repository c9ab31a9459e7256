using System.Globalization;
using System.Text.RegularExpressions;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// A sentence of CloudWatch with dates that people read: «93.2 (17/11/26 08:14:00)» becomes «93.2 (08:14 UTC)».
/// </summary>
internal static partial class QuotedReason
{
    public static string Readable(string reason, DateTimeOffset now, Translations sentences)
    {
        // Two times for each number would hide the numbers.
        var utc = sentences with { Zone = null };
        return Dates().Replace(reason, match => DateTimeOffset.TryParseExact(
            match.ValueSpan, "dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? TimeWords.Near(time, now, utc)
            : match.Value);
    }

    [GeneratedRegex(@"\b[0-9]{2}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Dates();
}
