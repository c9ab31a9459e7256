using System.Globalization;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Xunit;

namespace Watchkeeper.Tests.Notification.Words;

public class TimeWordsTests
{
    [Theory]
    [InlineData(-5, "0 seconds", "0 秒")]
    [InlineData(0, "0 seconds", "0 秒")]
    [InlineData(1, "1 second", "1 秒")]
    [InlineData(59, "59 seconds", "59 秒")]
    [InlineData(60, "1 minute", "1 分钟")]
    [InlineData(61, "1 minute 1 second", "1 分钟 1 秒")]
    [InlineData(3_599, "59 minutes 59 seconds", "59 分钟 59 秒")]
    [InlineData(3_600, "1 hour", "1 小时")]
    [InlineData(3_659, "1 hour", "1 小时")]
    [InlineData(7_260, "2 hours 1 minute", "2 小时 1 分钟")]
    [InlineData(86_399, "23 hours 59 minutes", "23 小时 59 分钟")]
    [InlineData(90_000, "1 day 1 hour", "1 天 1 小时")]
    [InlineData(259_200, "3 days", "3 天")]
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
        TimeWords.Moment(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)).ShouldBe(expected);
}
