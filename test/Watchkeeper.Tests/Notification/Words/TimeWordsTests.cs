using System.Globalization;
using NodaTime;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Xunit;

namespace Watchkeeper.Tests.Notification.Words;

public class TimeWordsTests
{
    [Theory]
    [InlineData(-5, "0 s", "0 秒")]
    [InlineData(0, "0 s", "0 秒")]
    [InlineData(1, "1 s", "1 秒")]
    [InlineData(59, "59 s", "59 秒")]
    [InlineData(60, "1 min", "1 分钟")]
    [InlineData(61, "1 min 1 s", "1 分钟 1 秒")]
    [InlineData(3_599, "59 min 59 s", "59 分钟 59 秒")]
    [InlineData(3_600, "1 h", "1 小时")]
    [InlineData(3_659, "1 h", "1 小时")]
    [InlineData(7_260, "2 h 1 min", "2 小时 1 分钟")]
    [InlineData(86_399, "23 h 59 min", "23 小时 59 分钟")]
    [InlineData(90_000, "1 d 1 h", "1 天 1 小时")]
    [InlineData(259_200, "3 d", "3 天")]
    public void A_duration_shows_its_two_largest_units(int seconds, string english, string chinese)
    {
        var duration = TimeSpan.FromSeconds(seconds);

        TimeWords.Duration(duration, English.Sentences).ShouldBe(english);
        TimeWords.Duration(duration, Chinese.Sentences).ShouldBe(chinese);
    }

    [Theory]
    [InlineData("2026-11-24T09:23:05.9+02:00", "2026-11-24 07:23:05 UTC")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01 00:00:00 UTC")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31 23:59:59 UTC")]
    public void A_time_is_shown_in_UTC(string time, string expected) =>
        TimeWords.Moment(At(time), English.Sentences).ShouldBe(expected);

    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-24T07:23:05Z", "2026-11-24 15:23:05 UTC+8 (07:23:05 UTC)")]
    [InlineData("Asia/Shanghai", "2026-11-24T20:00:00Z", "2026-11-25 04:00:00 UTC+8 (2026-11-24 20:00:00 UTC)")]
    [InlineData("Europe/Berlin", "2026-07-01T10:00:00Z", "2026-07-01 12:00:00 UTC+2 (10:00:00 UTC)")]
    [InlineData("Asia/Kolkata", "2026-11-24T07:23:05Z", "2026-11-24 12:53:05 UTC+5:30 (07:23:05 UTC)")]
    [InlineData("America/St_Johns", "2026-11-24T07:23:05Z", "2026-11-24 03:53:05 UTC-3:30 (07:23:05 UTC)")]
    [InlineData("Europe/London", "2026-11-24T07:23:05Z", "2026-11-24 07:23:05 UTC (07:23:05 UTC)")]
    public void A_time_is_shown_in_the_readers_zone_beside_UTC(string zone, string time, string expected) =>
        TimeWords.Moment(At(time), In(zone)).ShouldBe(expected);

    [Theory]
    [InlineData("", "2026-11-24T07:23:05Z", "07:23 UTC", "07:23 UTC")]
    [InlineData("", "2026-11-23T07:23:05Z", "23 Nov 07:23 UTC", "11月23日 07:23 UTC")]
    [InlineData("", "2025-11-24T07:23:05Z", "24 Nov 2025 07:23 UTC", "2025年11月24日 07:23 UTC")]
    [InlineData("Asia/Shanghai", "2026-11-24T07:23:05Z", "15:23 (07:23 UTC)", "15:23 (07:23 UTC)")]
    [InlineData("Asia/Shanghai", "2026-11-24T18:00:00Z", "25 Nov 02:00 (18:00 UTC)", "11月25日 02:00 (18:00 UTC)")]
    public void A_time_of_another_day_has_its_day(string zone, string time, string english, string chinese)
    {
        var now = At("2026-11-24T12:00:00Z");

        TimeWords.Near(At(time), now, In(zone)).ShouldBe(english);
        TimeWords.Near(At(time), now, Chinese.Sentences with { Zone = In(zone).Zone }).ShouldBe(chinese);
    }

    [Theory]
    [InlineData("", "2026-11-24T07:23:05Z", "07:23–08:35 UTC")]
    [InlineData("", "2026-11-23T07:23:05Z", "23 Nov 07:23 UTC – 08:35 UTC")]
    [InlineData("Europe/Berlin", "2026-11-24T07:23:05Z", "08:23–09:35 (07:23–08:35 UTC)")]
    public void A_span_has_its_days_where_they_differ(string zone, string from, string expected) =>
        TimeWords.Span(At(from), At("2026-11-24T08:35:05Z"), At("2026-11-24T08:36:00Z"), In(zone)).ShouldBe(expected);

    private static Translations In(string zone) => zone.Length == 0
        ? English.Sentences
        : English.Sentences with { Zone = DateTimeZoneProviders.Tzdb[zone] };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
