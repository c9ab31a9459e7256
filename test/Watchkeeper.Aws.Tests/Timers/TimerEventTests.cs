using System.Text;
using Shouldly;
using Watchkeeper.Aws.Timers;
using Xunit;

namespace Watchkeeper.Aws.Tests.Timers;

public sealed class TimerEventTests
{
    private const string Queue = "arn:aws:sqs:eu-central-1:123456789012:TimerQueue";
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Timers_are_read_as_they_were_written()
    {
        DateTimeOffset[] times = [Noon, Noon.AddTicks(1234567), Noon.AddHours(1).ToOffset(TimeSpan.FromHours(8))];

        var batch = TimerEvent.Read(TimerEvent.Write(Queue, times)).ShouldNotBeNull();

        batch.Timers.ShouldBe(times);
        batch.Timers.ShouldAllBe(at => at.Offset == TimeSpan.Zero);
        batch.Rejected.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"at":null}""")]
    [InlineData("""{"at":1764504030}""")]
    [InlineData("""{"at":"soon"}""")]
    [InlineData("""{"at":"2026-11-30"}""")]
    [InlineData("""{"at":"\ud800"}""")]
    public void What_is_no_timer_is_rejected_by_its_place_and_keeps_the_others(string body)
    {
        var batch = TimerEvent.Read(TimerEvent.Write(Queue, """{"at":"2026-11-30T12:00:00.0000000Z"}""", body)).ShouldNotBeNull();

        batch.Timers.ShouldBe([Noon]);
        var rejected = batch.Rejected.ShouldHaveSingleItem();
        rejected.Rejection.Path.ShouldBe("$.Records[1].body");
        rejected.Rejection.Reason.ShouldStartWith("is no timer: expected ");
        rejected.Body.ShouldBe(body);
    }

    [Theory]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs"}]}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":7},5,null]}""")]
    [InlineData("""{"Records":[{"body":"{\"at\":\"2026-11-30T12:00:00.0000000Z\"}"},{"eventSource":"aws:sqs"}]}""")]
    public void A_message_without_a_body_or_of_another_source_is_no_timer(string payload)
    {
        var batch = TimerEvent.Read(Encoding.UTF8.GetBytes(payload)).ShouldNotBeNull();

        batch.Timers.ShouldBeEmpty();
        batch.Rejected.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":{"eventSource":"aws:sqs"}}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:dynamodb"}]}""")]
    [InlineData("""{"source":"aws.events","detail-type":"Scheduled Event"}""")]
    public void Other_events_are_none_of_timers(string payload) =>
        TimerEvent.Read(Encoding.UTF8.GetBytes(payload)).ShouldBeNull();
}
