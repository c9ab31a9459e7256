using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Watchkeeper.Muting;

/// <summary>
/// A recurring span of time with Alertmanager's semantics («time_interval» in its configuration reference): all parts must
/// hold, and a part that is missing always holds. A part with an empty list never does.
/// </summary>
public sealed record TimeInterval
{
    /// <summary>Times of day in minutes, the last of each range excluded; null for any time.</summary>
    public ImmutableArray<NumberRange>? Times { get; init; }

    /// <summary>Days of the week, 0 for Sunday; null for any day.</summary>
    public ImmutableArray<NumberRange>? Weekdays { get; init; }

    /// <summary>
    /// Days of the month; negative ones count from its end, -1 is the last. A range that begins after the month's end is none,
    /// and others end with the month. Null for any day.
    /// </summary>
    public ImmutableArray<NumberRange>? DaysOfMonth { get; init; }

    /// <summary>Months, 1 to 12; null for any month.</summary>
    public ImmutableArray<NumberRange>? Months { get; init; }

    /// <summary>Years; null for any year.</summary>
    public ImmutableArray<NumberRange>? Years { get; init; }

    /// <summary>
    /// The time zone in which the parts are read, a name of the IANA database. Looked up when a time is first asked about,
    /// because most starts of a function ask about none. Default: UTC.
    /// </summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Whether a time is inside; null if the time zone is unknown, so that nobody can say.</summary>
    public bool? Contains(DateTimeOffset time)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is not { } zone)
            return null;
        var local = Instant.FromDateTimeOffset(time).InZone(zone).LocalDateTime;
        var minute = (local.Hour * 60) + local.Minute;
        var days = local.Calendar.GetDaysInMonth(local.Year, local.Month);
        return Holds(Times, range => minute >= range.First && minute < range.Last)
            && Holds(DaysOfMonth, range => OfMonth(range, days) is { } inMonth && inMonth.Contains(local.Day))
            && Holds(Months, range => range.Contains(local.Month))
            && Holds(Weekdays, range => range.Contains((int)local.DayOfWeek % 7))
            && Holds(Years, range => range.Contains(local.Year));
    }

    /// <summary>
    /// The times at which it may begin or end, unordered: its own times of day, midnights, and when its zone puts the clock forward or
    /// back; none if the time zone is unknown.
    /// </summary>
    /// <param name="time">All are after this time.</param>
    /// <param name="days">How many days ahead.</param>
    public IEnumerable<DateTimeOffset> ChangesAfter(DateTimeOffset time, int days)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is not { } zone)
            return [];
        var now = Instant.FromDateTimeOffset(time);
        var midnight = now.InZone(zone).Date.AtMidnight();
        var minutes = (Times ?? []).SelectMany(range => (int[])[range.First, range.Last]).Prepend(0).Distinct().ToList();
        var changes = Enumerable.Range(0, days + 1)
            .SelectMany(day => minutes.SelectMany(minute => Instants(zone.MapLocal(midnight.PlusDays(day).PlusMinutes(minute)))));
        var shift = zone.GetZoneInterval(now);
        return changes.Concat(shift.HasEnd ? [shift.End] : []).Where(change => change > now).Select(change => change.ToDateTimeOffset());
    }

    // None, one or two, where the clock is put forward or back.
    private static IEnumerable<Instant> Instants(ZoneLocalMapping mapping) => mapping.Count switch
    {
        0 => [],
        1 => [mapping.Single().ToInstant()],
        _ => [mapping.First().ToInstant(), mapping.Last().ToInstant()],
    };

    private static bool Holds(ImmutableArray<NumberRange>? ranges, Func<NumberRange, bool> holds) =>
        ranges is not { } given || given.Any(holds);

    // As Alertmanager clamps it: the end of February ends what would go on to its 30th.
    private static NumberRange? OfMonth(NumberRange range, int days)
    {
        var (first, last) = (FromBegin(range.First), FromBegin(range.Last));
        return first > days ? null : new NumberRange(Math.Max(first, -days), Math.Min(last, days));

        int FromBegin(int day) => day < 0 ? days + day + 1 : day;
    }
}
