using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Configuration.Reading;

/// <summary>The words and numbers of time intervals, in letters of either case; null for any other text.</summary>
public static class TimeIntervalWords
{
    private static readonly ImmutableArray<string> Days =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly ImmutableArray<string> Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The day of the week, 0 for <c>sunday</c>.</summary>
    public static int? Weekday(string text) => Place(text, Days);

    /// <summary>The month by name or number, 1 to 12.</summary>
    public static int? Month(string text) =>
        Place(text, Months) is { } place ? place + 1 : Number(text) is >= 1 and <= 12 and var number ? number : null;

    /// <summary>A whole number.</summary>
    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Place(string text, ImmutableArray<string> words) =>
        words.IndexOf(text, 0, words.Length, StringComparer.OrdinalIgnoreCase) is var at and >= 0 ? at : null;
}
