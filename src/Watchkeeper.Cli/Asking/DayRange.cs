using NodaTime;
using NodaTime.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>A calendar day of a zone as a half-open range. A day on which clocks change has 23 or 25 hours.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant of the next day.</param>
/// <param name="Zone">The zone's name as its database spells it.</param>
internal sealed record DayRange(DateTimeOffset From, DateTimeOffset To, string Zone)
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <exception cref="AskException">The text is no day, or the zone is unknown.</exception>
    public static DayRange Parse(string day, string zone)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        var name = zones.Ids.FirstOrDefault(id => string.Equals(id, zone, StringComparison.OrdinalIgnoreCase))
            ?? throw new AskException(
                $"--zone is «{zone}»: expected an IANA time zone such as Europe/Berlin or Asia/Shanghai.");
        var parsed = Pattern.Parse(day);
        if (!parsed.Success || parsed.Value.Year is < 1 or > 9998)
            throw new AskException($"--day is «{day}»: expected a day such as 2026-11-17.");
        var (from, to) = (zones[name].AtStartOfDay(parsed.Value), zones[name].AtStartOfDay(parsed.Value.PlusDays(1)));
        return new DayRange(from.ToDateTimeOffset(), to.ToDateTimeOffset(), name);
    }
}
