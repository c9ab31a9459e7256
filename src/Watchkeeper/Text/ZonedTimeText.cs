using NodaTime.Text;

namespace Watchkeeper.Text;

/// <summary>
/// Times as people type them: ISO 8601 with a zone, such as <c>2026-11-17T18:00Z</c> or <c>2026-11-17 18:00:30+08:00</c>. Without
/// a zone a text is no time, because whoever reads it elsewhere would read another one.
/// </summary>
public static class ZonedTimeText
{
    private const int DayLength = 10;
    private const string Minutes = "uuuu'-'MM'-'dd'T'HH':'mm";
    private const string Seconds = "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFF";

    private static readonly OffsetDateTimePattern[] Zoned =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture(Minutes + "o<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture(Seconds + "o<G>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.CreateWithInvariantCulture(Minutes),
        LocalDateTimePattern.CreateWithInvariantCulture(Seconds),
    ];

    /// <summary>The time; null if the text is none, lacks a zone, or names the calendar's first or last year.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var pattern in Zoned)
        {
            // In the other years every offset leaves a time that the library can hold.
            if (pattern.Parse(Joined(text)) is { Success: true, Value: { Year: > 1 and < 9999 } time })
                return time.ToDateTimeOffset();
        }

        return null;
    }

    /// <summary>Whether the text is a time or a day that lacks nothing but a zone.</summary>
    public static bool LacksZone(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LocalDatePattern.Iso.Parse(text).Success || Local.Any(pattern => pattern.Parse(Joined(text)).Success);
    }

    // A blank between day and time, as commands print it.
    private static string Joined(string text) =>
        text.Length > DayLength && text[DayLength] == ' ' ? $"{text[..DayLength]}T{text[(DayLength + 1)..]}" : text;
}
