using NodaTime.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>When something ends: a day, which ends with it in UTC, or a time.</summary>
public static class UntilText
{
    /// <summary>The first moment after it; null if the text is neither a day nor a time (ISO 8601).</summary>
    public static DateTimeOffset? Parse(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value.PlusDays(1).AtMidnight().InUtc().ToDateTimeOffset()
            : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time ? time.Value.ToDateTimeOffset() : null;

    /// <summary>The end under the key <c>until</c>.</summary>
    internal static DateTimeOffset Read(ContentPart part) =>
        Parse(part.Required("until")) ?? throw part.Refuse("has an end that is neither a day nor a time");
}
