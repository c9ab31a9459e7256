using Shouldly;
using Watchkeeper.Grouping;
using Xunit;

namespace Watchkeeper.Tests.Grouping;

public sealed class TimerDelayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(1, 1)]
    [InlineData(29.02, 30)]
    [InlineData(30, 30)]
    [InlineData(899.5, 900)]
    [InlineData(900, 900)]
    [InlineData(901, 900)]
    [InlineData(3600, 900)]
    public void A_delay_has_whole_seconds_is_never_too_short_and_never_longer_than_the_queue_takes(double ahead, int seconds) =>
        TimerDelay.Until(Noon.AddSeconds(ahead), Noon).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void What_lies_further_ahead_than_an_hour_is_left_to_the_sweep() =>
        TimerDelay.Until(Noon.AddHours(1).AddTicks(1), Noon).ShouldBeNull();
}
