using System.Collections.Immutable;
using Watchkeeper.Muting;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads a time interval in Alertmanager's form.</summary>
internal static class TimeIntervalReader
{
    private const int MinutesOfHour = 60;

    public static TimeInterval Read(ContentPart part) => new()
    {
        Times = part.Has("times") ? [.. part.List("times").Select(Clock)] : null,
        Weekdays = Ranges(part, "weekdays", TimeIntervalWords.Weekday),
        DaysOfMonth = Ranges(part, "days_of_month", TimeIntervalWords.Number),
        Months = Ranges(part, "months", TimeIntervalWords.Month),
        Years = Ranges(part, "years", TimeIntervalWords.Number),
        Zone = part.Text("location") ?? "UTC",
    };

    private static NumberRange Clock(ContentPart part) => new(Minute(part, "start_time"), Minute(part, "end_time"));

    private static int Minute(ContentPart part, string key)
    {
        var text = part.Required(key);
        return text.Split(':') is [var hour, var minute] && TimeIntervalWords.Number(hour) is { } hours and >= 0 and <= 24
            && TimeIntervalWords.Number(minute) is { } minutes and >= 0 and < MinutesOfHour
            ? (hours * MinutesOfHour) + minutes
            : throw part.Refuse($"has no time of day in {key}: {text}");
    }

    private static ImmutableArray<NumberRange>? Ranges(ContentPart part, string key, Func<string, int?> number) =>
        part.Has(key) ? [.. part.List(key).Select(item => Range(item, number))] : null;

    private static NumberRange Range(ContentPart part, Func<string, int?> number)
    {
        var ends = part.AsText().Split(':');
        return ends.Length <= 2 && number(ends[0].Trim()) is { } first && number(ends[^1].Trim()) is { } last
            ? new NumberRange(first, last)
            : throw part.Refuse($"is no range: {part.AsText()}");
    }
}
