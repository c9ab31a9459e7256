using System.Globalization;
using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Configuration.Reading;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Time intervals, with Alertmanager's keys and forms.</summary>
internal static class TimeKeys
{
    private static readonly TextSchema Clock = new("a time of day such as 09:00, up to 24:00", RefuseClock)
    {
        Pattern = "^((([01][0-9])|(2[0-3])):[0-5][0-9]|24:00)$",
    };

    private static readonly MapSchema Span = new(
        "time_range", "a range of times of day",
        new KeySchema("start_time", Clock, "When it begins.") { IsRequired = true },
        new KeySchema("end_time", Clock, "When it ends; 24:00 for the end of the day.") { IsRequired = true })
    {
        Also = (range, problems) =>
        {
            if (range.Text("start_time") is { } start && range.Text("end_time") is { } end
                && string.CompareOrdinal(start.Value, end.Value) >= 0)
            {
                problems.Error(
                    end.Position, end.Path,
                    $"ends at {end.Value}, not after its start at {start.Value}: a range over midnight is two ranges");
            }
        },
    };

    private static readonly MapSchema Interval = new(
        "time_interval", "a time interval: all of its keys must hold",
        new KeySchema("times", new ListSchema("a list of ranges of times", Span), "Times of day."),
        new KeySchema(
            "weekdays", Ranges("a weekday or a range, such as monday:friday", TimeIntervalWords.Weekday), "Days of the week."),
        new KeySchema(
            "days_of_month", Ranges("a day or a range, such as 1:5 or -3:-1", DayOfMonth), "Days of the month; -1 is the last."),
        new KeySchema(
            "months", Ranges("a month or a range, such as january:march or 1:3", TimeIntervalWords.Month), "Months."),
        new KeySchema("years", Ranges("a year or a range, such as 2026:2028", Year), "Years."),
        new KeySchema("location", Location, "The time zone. Default: UTC."));

    /// <summary>A named list of time intervals.</summary>
    public static MapSchema Named(string name) => new(
        name, "a named time interval",
        new KeySchema("name", Formats.Name, "The name that routes refer to.") { IsRequired = true },
        new KeySchema("time_intervals", new ListSchema("a list of time intervals", Interval), "It holds when one of them does."));

    private static TextSchema Location => new(
        "a time zone of the IANA database, such as Europe/Berlin",
        text => text == "Local"
            ? "is «Local»: a function has no time zone of its own; name one, such as Europe/Berlin"
            : Formats.TimeZone.Refuse(text));

    private static ListSchema Ranges(string form, Func<string, int?> number) => new(
        "a list, each " + form, new TextSchema(form, text => RefuseRange(text, form, number)));

    private static string? RefuseRange(string text, string form, Func<string, int?> number)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || parts.Any(part => number(part) is null))
            return $"is «{text}»: it must be {form}";
        var (start, end) = (number(parts[0])!.Value, number(parts[^1])!.Value);
        return start < 0 && end > 0
            ? $"is «{text}»: a range from the end of a month cannot end at a day from its start"
            : start > end && (start < 0) == (end < 0)
                ? $"is «{text}»: it ends before it begins; write two ranges"
                : null;
    }

    private static string? RefuseClock(string text) =>
        text is "24:00" || (text.Length == 5
            && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            ? null
            : $"is «{text}»: it must be a time of day such as 09:00, with two digits each, up to 24:00";

    private static int? DayOfMonth(string text) =>
        TimeIntervalWords.Number(text) is { } day && day != 0 && day is >= -31 and <= 31 ? day : null;

    private static int? Year(string text) => TimeIntervalWords.Number(text) is { } year and >= 0 and <= 9999 ? year : null;
}
