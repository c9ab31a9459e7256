using Shouldly;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class EventTimeTests
{
    [Theory]
    [InlineData("2026-11-17T08:15:00.482+0000", 482)]
    [InlineData("2026-11-17T08:15:00.482Z", 482)]
    [InlineData("2026-11-17T08:15:00.482+00:00", 482)]
    [InlineData("2026-11-17T09:15:00.482+0100", 482)]
    [InlineData("2026-11-17T08:15:00Z", 0)]
    [InlineData("2026-11-17T08:15:00.4Z", 400)]
    [InlineData("2026-11-17T08:15:00.4820001Z", 482)]
    [InlineData("Tue, 17 Nov 2026 08:15:00 GMT", 0)]
    [InlineData("Sun, 17 Nov 2026 08:15:00 GMT", 0)]
    public void A_time_is_read_in_each_form_that_AWS_writes(string text, int milliseconds) =>
        SampleAlarm.Read(new SampleAlarm { Timestamp = text }.Event()).OccurredAt.ToUnixTimeMilliseconds().ShouldBe(
            new DateTimeOffset(2026, 11, 17, 8, 15, 0, milliseconds, TimeSpan.Zero).ToUnixTimeMilliseconds());

    [Theory]
    [InlineData("2009-05-17T00:00:00.000+0000")]
    [InlineData("2026-11-18T00:15:00.000+0000")]
    [InlineData("Thu, 1 Nov 2018 22:00:00 GMT")]
    public void A_time_at_the_bounds_is_accepted(string text) =>
        SampleAlarm.Read(new SampleAlarm { Timestamp = text }.Event()).ShouldNotBeNull();

    [Theory]
    [InlineData("2009-05-16T23:59:59.999+0000", "expected a time since 2009-05-17")]
    [InlineData("1970-01-01T00:00:00Z", "expected a time since 2009-05-17")]
    [InlineData("0001-01-01T00:00:00Z", "expected a time since 2009-05-17")]
    [InlineData("2026-11-18T00:15:00.001+0000", "is not in the future (it is 2026-11-18T00:00:00Z now)")]
    [InlineData("9999-12-31T23:59:59.999Z", "is not in the future")]
    [InlineData("10000-01-01T00:00:00Z", "expected a time such as")]
    [InlineData("2026-13-01T00:00:00Z", "expected a time such as")]
    [InlineData("2026-11-17 08:15:00", "expected a time such as")]
    [InlineData("17/11/2026", "expected a time such as")]
    [InlineData("1794903300", "expected a time such as")]
    [InlineData("", "is empty: expected a time such as")]
    public void An_impossible_time_is_rejected_with_the_right_form(string text, string reason)
    {
        var rejected = SampleAlarm.Rejected(new SampleAlarm { Timestamp = text }.Event());
        rejected.Path.ShouldBe("$.detail.state.timestamp");
        rejected.Reason.ShouldContain(reason);
        var byTopic = SampleAlarm.Rejected(SampleAlarm.Sns(new SampleAlarm { Timestamp = text }.Notification().ToJsonString()));
        byTopic.ShouldBe(rejected with { Path = "$.Records[0].Sns.Message.StateChangeTime" });
    }
}
