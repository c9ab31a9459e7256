using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>When a route that time intervals keep quiet tells again.</summary>
public sealed class QuietUntilTests
{
    private const int MinutesAhead = 3 * 24 * 60;

    private static readonly ImmutableArray<string> Zones = ["UTC", "Europe/Berlin", "Asia/Shanghai", "America/St_Johns", "Australia/Lord_Howe"];

    private static readonly int[] Months = [3, 10, 11];

    // Berlin puts its clock forward on 28 March and back on 31 October 2027.
    private static readonly Gen<DateTimeOffset> Times = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 30], Gen.Int[0, 1439])
        .Select((month, day, minute) => new DateTimeOffset(2027, Months[month], day, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    private static readonly Gen<NumberRange> Hours = Gen.Select(Gen.Int[0, 1438], Gen.Int[1, 600])
        .Select((first, length) => new NumberRange(first, Math.Min(first + length, 1440)));

    private static readonly Gen<NumberRange> Days = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3])
        .Select((first, length) => new NumberRange(first, Math.Min(first + length, 6)));

    private static readonly Gen<TimeInterval> Intervals = Gen.Select(
        Hours.Array[0, 2], Days.Array[0, 2], Gen.Int[0, Zones.Length - 1],
        (hours, days, zone) => new TimeInterval
        {
            Times = hours.Length == 0 ? null : [.. hours],
            Weekdays = days.Length == 0 ? null : [.. days],
            Zone = Zones[zone],
        });

    [Theory]
    [InlineData("2026-11-17T08:31:22Z", "2026-11-17T08:50:00Z")]
    // The second half past two of the night in which the clock is put back is inside once more.
    [InlineData("2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    // At two the clock is put forward to three.
    [InlineData("2027-03-28T00:45:00Z", "2027-03-28T01:00:00Z")]
    public void The_end_of_a_window_is_known_ahead(string from, string until)
    {
        var rules = Rules(new TimeInterval
        {
            Times = [new NumberRange(90, 150), new NumberRange(560, 590)],
            Zone = "Europe/Berlin",
        });

        rules.QuietUntil(new Route { MuteTimeIntervals = ["0"] }, Parse(from)).ShouldBe(Parse(until));
    }

    [Fact]
    public void What_never_ends_has_no_end()
    {
        Rules(new TimeInterval()).QuietUntil(new Route { MuteTimeIntervals = ["0"] }, Parse("2026-11-17T08:31:22Z")).ShouldBeNull();
    }

    [Fact]
    public void It_is_the_first_minute_that_tells_whatever_the_intervals() =>
        Gen.Select(Intervals.Array[1, 3], Times, Gen.Bool).Sample((intervals, time, isActive) =>
        {
            var (rules, names) = (Rules(intervals), intervals.Index().Select(each => $"{each.Index}").ToImmutableArray());
            var route = isActive ? new Route { ActiveTimeIntervals = names } : new Route { MuteTimeIntervals = names };
            if (rules.MutedBy(route, time).IsEmpty)
                return;
            var first = Enumerable.Range(1, MinutesAhead).Select(minute => time.AddMinutes(minute))
                .Where(at => rules.MutedBy(route, at).IsEmpty).Select(at => (DateTimeOffset?)at).FirstOrDefault();
            var until = rules.QuietUntil(route, time);

            (first is null ? until > time.AddMinutes(MinutesAhead) || until is null : until == first).ShouldBeTrue($"{until} and not {first}");
        }, iter: 300);

    private static QuietRules Rules(params TimeInterval[] intervals) => new()
    {
        Intervals = intervals.Index().ToImmutableDictionary(
            each => $"{each.Index}", each => ImmutableArray.Create(each.Item), StringComparer.Ordinal),
    };

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
