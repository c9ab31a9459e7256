using System.Globalization;
using System.Text;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>
/// Time intervals as Alertmanager means them («time_interval» in its configuration reference), and what people stumbled over.
/// </summary>
public sealed class TimeIntervalTests
{
    [Theory]
    // The example of the reference: weekdays from nine to five.
    [InlineData("""{"weekdays":["monday:friday"],"times":[{"start_time":"09:00","end_time":"17:00"}]}""", "2026-11-30T09:00:00Z", true)]
    [InlineData("""{"weekdays":["monday:friday"],"times":[{"start_time":"09:00","end_time":"17:00"}]}""", "2026-11-30T16:59:59Z", true)]
    [InlineData("""{"weekdays":["monday:friday"],"times":[{"start_time":"09:00","end_time":"17:00"}]}""", "2026-11-30T17:00:00Z", false)]
    [InlineData("""{"weekdays":["monday:friday"],"times":[{"start_time":"09:00","end_time":"17:00"}]}""", "2026-11-29T12:00:00Z", false)]
    // alertmanager 3368: both keys of one item must hold; 2393: two items are alternatives.
    [InlineData("""{"times":[{"start_time":"00:00","end_time":"08:30"},{"start_time":"18:30","end_time":"24:00"}]}""", "2026-11-30T23:59:59Z", true)]
    [InlineData("""{"times":[{"start_time":"00:00","end_time":"08:30"},{"start_time":"18:30","end_time":"24:00"}]}""", "2026-11-30T08:30:00Z", false)]
    // alertmanager 2646: UTC, unless the zone is named.
    [InlineData("""{"times":[{"start_time":"13:00","end_time":"24:00"}]}""", "2026-11-30T22:00:00+09:00", true)]
    [InlineData("""{"times":[{"start_time":"13:00","end_time":"24:00"}]}""", "2026-11-30T13:00:00+09:00", false)]
    [InlineData("""{"times":[{"start_time":"13:00","end_time":"24:00"}],"location":"Asia/Seoul"}""", "2026-11-30T13:00:00+09:00", true)]
    // A change of daylight saving: 02:30 comes twice in Berlin on 25 October 2026, and not at all on 28 March 2027.
    [InlineData("""{"times":[{"start_time":"02:00","end_time":"03:00"}],"location":"Europe/Berlin"}""", "2026-10-25T00:30:00Z", true)]
    [InlineData("""{"times":[{"start_time":"02:00","end_time":"03:00"}],"location":"Europe/Berlin"}""", "2026-10-25T01:30:00Z", true)]
    [InlineData("""{"times":[{"start_time":"02:00","end_time":"03:00"}],"location":"Europe/Berlin"}""", "2027-03-28T01:30:00Z", false)]
    [InlineData("""{"weekdays":["sunday"]}""", "2026-11-29T23:59:59Z", true)]
    [InlineData("""{"weekdays":["Saturday","Sunday"]}""", "2026-11-28T00:00:00Z", true)]
    [InlineData("""{"weekdays":["saturday"]}""", "2026-11-29T00:00:00Z", false)]
    [InlineData("""{"days_of_month":["1:5"]}""", "2026-11-05T12:00:00Z", true)]
    [InlineData("""{"days_of_month":["1:5"]}""", "2026-11-06T00:00:00Z", false)]
    [InlineData("""{"days_of_month":["-3:-1"]}""", "2026-11-28T00:00:00Z", true)]
    [InlineData("""{"days_of_month":["-3:-1"]}""", "2026-11-27T23:59:59Z", false)]
    [InlineData("""{"days_of_month":["-1"]}""", "2028-02-29T12:00:00Z", true)]
    [InlineData("""{"days_of_month":["-1"]}""", "2028-02-28T12:00:00Z", false)]
    [InlineData("""{"days_of_month":["25:-1"]}""", "2027-02-28T12:00:00Z", true)]
    // The month ends a range that goes on, and has none that begins after it.
    [InlineData("""{"days_of_month":["28:31"]}""", "2027-02-28T12:00:00Z", true)]
    [InlineData("""{"days_of_month":["30:31"]}""", "2027-02-28T12:00:00Z", false)]
    [InlineData("""{"days_of_month":["-31:-29"]}""", "2027-02-28T12:00:00Z", false)]
    [InlineData("""{"months":["january:march","12"]}""", "2026-12-31T23:59:59Z", true)]
    [InlineData("""{"months":["1:3"]}""", "2026-04-01T00:00:00Z", false)]
    [InlineData("""{"years":["2026:2028"]}""", "2028-12-31T23:59:59Z", true)]
    [InlineData("""{"years":["2026:2028","2030"]}""", "2029-06-01T00:00:00Z", false)]
    // prometheus-operator 4176.
    [InlineData(
        """{"times":[{"start_time":"09:00","end_time":"17:00"}],"weekdays":["sunday:tuesday","saturday"],"days_of_month":["1:5","-3:-1"],"months":["1:3","5:8","12"],"years":["2026:2030"]}""",
        "2026-12-29T10:00:00Z", true)]
    [InlineData("{}", "2026-11-30T00:00:00Z", true)]
    [InlineData("""{"times":[]}""", "2026-11-30T00:00:00Z", false)]
    public void A_time_is_inside_as_Alertmanager_says(string interval, string time, bool isInside) =>
        Read(interval).Intervals["n"].Any(part => part.Contains(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)) is true)
            .ShouldBe(isInside);

    [Fact]
    public void What_is_in_a_time_zone_that_nobody_knows_keeps_nothing_quiet()
    {
        var rules = Read("""{"location":"Mars/Olympus"}""");

        rules.Intervals["n"].ShouldHaveSingleItem().Contains(DateTimeOffset.UnixEpoch).ShouldBeNull();
        rules.MutedBy(new Route { MuteTimeIntervals = ["n"] }, DateTimeOffset.UnixEpoch).ShouldBeEmpty();
        rules.MutedBy(new Route { ActiveTimeIntervals = ["n"] }, DateTimeOffset.UnixEpoch).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"times":[{"start_time":"9","end_time":"17:00"}]}""", "has no time of day in start_time: 9")]
    [InlineData("""{"weekdays":["funday"]}""", "is no range: funday")]
    [InlineData("""{"months":["1:2:3"]}""", "is no range: 1:2:3")]
    public void What_cannot_be_read_refuses_the_version(string interval, string reason) =>
        ConfigurationReader.Read(Content(interval), WatchkeeperConfiguration.Default()).Rejection!.ToString().ShouldContain(reason);

    [Fact]
    public void Both_keys_of_intervals_are_read_and_a_name_stands_once()
    {
        const string content = """
            {"route":{"receiver":"a"},"receivers":[{"name":"a"}],
             "time_intervals":[{"name":"one","time_intervals":[{}]}],"mute_time_intervals":[{"name":"two","time_intervals":[]}]}
            """;
        ConfigurationReader.Read(Encoding.UTF8.GetBytes(content), WatchkeeperConfiguration.Default()).Configuration!
            .Quiet.Intervals.Keys.ShouldBe(["one", "two"], ignoreOrder: true);
        ConfigurationReader.Read(
            Encoding.UTF8.GetBytes(content.Replace("two", "one", StringComparison.Ordinal)), WatchkeeperConfiguration.Default())
            .Rejection!.ToString().ShouldContain("shares its name with another: one");
    }

    private static QuietRules Read(string interval)
    {
        var result = ConfigurationReader.Read(Content(interval), WatchkeeperConfiguration.Default());
        return result.Configuration.ShouldNotBeNull(result.Rejection?.ToString()).Quiet;
    }

    private static byte[] Content(string interval) => Encoding.UTF8.GetBytes(
        $$"""
        {"route":{"receiver":"a"},"receivers":[{"name":"a"}],"time_intervals":[{"name":"n","time_intervals":[{{interval}}]}]}
        """);
}
