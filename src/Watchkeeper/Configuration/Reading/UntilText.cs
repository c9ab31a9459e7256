using System.Globalization;
using NodaTime.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>When something ends: a day, which ends with it in UTC, or a time.</summary>
public static class UntilText
{
    /// <summary>
    /// The first moment after it; null if the text is neither a day nor a time (ISO 8601), or if it is a time of the calendar's
    /// first or last year.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        // Nearly all ends are days; NodaTime's patterns take a tenth of a millisecond to create.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day == DateOnly.MaxValue
                ? DateTimeOffset.MaxValue
                : new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        }

        // In the other years every offset leaves a time that the library can hold.
        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: > 1 and < 9999 } time }
            ? time.ToDateTimeOffset()
            : null;
    }

    /// <summary>The end under the key <c>until</c>.</summary>
    internal static DateTimeOffset Read(ContentPart part) =>
        Parse(part.Required("until")) ?? throw part.Refuse("has an end that is neither a day nor a time");
}
