using NodaTime;
using NodaTime.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>A calendar day of a zone as a half-open range. A day on which clocks change has 23 or 25 hours.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant of the next day.</param>
/// <param name="Name">The day: <c>2026-11-17</c>.</param>
/// <param name="Zone">The zone's name as its database spells it.</param>
internal sealed record DayRange(DateTimeOffset From, DateTimeOffset To, string Name, string Zone)
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <exception cref="AskException">The text is no day, or the zone is unknown.</exception>
    public static DayRange Parse(string day, string zone)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        var name = ZoneOf(zone);
        var parsed = Pattern.Parse(day);
        if (!parsed.Success || parsed.Value.Year is < 1 or > 9998)
            throw new AskException($"--day is «{day}»: expected a day such as 2026-11-17.");
        var (from, to) = (zones[name].AtStartOfDay(parsed.Value), zones[name].AtStartOfDay(parsed.Value.PlusDays(1)));
        return new DayRange(from.ToDateTimeOffset(), to.ToDateTimeOffset(), Pattern.Format(parsed.Value), name);
    }

    /// <summary>The day in a zone at an instant, as <see cref="Parse"/> takes it.</summary>
    /// <exception cref="AskException">The zone is unknown.</exception>
    public static DayRange At(DateTimeOffset instant, string zone)
    {
        var name = ZoneOf(zone);
        return Parse(Pattern.Format(Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[name]).Date), name);
    }

    private static string ZoneOf(string zone) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, zone, StringComparison.OrdinalIgnoreCase))
            ?? throw new AskException(
                $"--zone is «{zone}»: expected an IANA time zone such as Europe/Berlin or Asia/Shanghai.");
}
