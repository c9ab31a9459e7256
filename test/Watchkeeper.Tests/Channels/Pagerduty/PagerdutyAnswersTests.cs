using Shouldly;
using Watchkeeper.Channels.Pagerduty;
using Xunit;

namespace Watchkeeper.Tests.Channels.Pagerduty;

public sealed class PagerdutyAnswersTests
{
    private const string Invalid =
        """
        {"status":"invalid event","message":"Event object is invalid",
        "errors":["Length of 'routing_key' is incorrect (should be 32 characters)","'payload' is missing"]}
        """;

    [Theory]
    [InlineData(202, """{"status":"success","message":"Event processed","dedup_key":"inc-1"}""", "sent: Event processed · inc-1")]
    [InlineData(202, """{"status":"success","message":"Change event processed"}""", "sent: Change event processed")]
    [InlineData(200, """{"status":"success"}""", "sent: ")]
    [InlineData(202, "", "give up: PagerDuty does not say that it took the event")]
    [InlineData(200, "<html>", "give up: PagerDuty does not say that it took the event: <html>")]
    [InlineData(202, """{"status":"queued","message":"x"}""", "give up: PagerDuty does not say that it took the event: x")]
    [InlineData(200, Invalid, "give up: PagerDuty does not say*Event object is invalid*")]
    [InlineData(301, "", "give up: PagerDuty answered with a redirect (301)*")]
    [InlineData(400, Invalid,
        "give up: PagerDuty refuses the event: compare the routing key*: Event object is invalid · "
        + "Length of 'routing_key' is incorrect (should be 32 characters); 'payload' is missing")]
    [InlineData(400, "", "give up: PagerDuty refuses the event*")]
    [InlineData(401, "", "give up: PagerDuty refuses the address or its key (401)")]
    [InlineData(403, "", "give up: PagerDuty refuses the address or its key (403)")]
    [InlineData(403, """{"message":"Rate Limit Exceeded"}""", "retry 120: PagerDuty takes nothing now: Rate Limit Exceeded")]
    [InlineData(403, """{"status":"throttle exceeded"}""", "retry 120: PagerDuty takes nothing now")]
    [InlineData(404, "", "give up: PagerDuty does not know the address (404)")]
    [InlineData(408, "", "retry : PagerDuty takes nothing now (408)")]
    [InlineData(410, "", "give up: *")]
    [InlineData(413, "", "give up: PagerDuty finds the message too large (413)")]
    [InlineData(429, """{"status":"throttle exceeded","message":"Requests for this service are arriving too quickly."}""",
        "retry 120: PagerDuty takes nothing now: Requests for this service are arriving too quickly.")]
    [InlineData(429, "", "retry 120: PagerDuty takes nothing now")]
    [InlineData(500, "", "retry : PagerDuty takes nothing now (500)")]
    [InlineData(502, "<html>", "retry : *")]
    public void Each_answer_is_sent_later_or_never(int status, string body, string expected)
    {
        var told = new PagerdutyChannel().Read(ChannelSamples.Answer(status, body)).Tell();

        Wildcard.Matches(told, expected).ShouldBeTrue(told);
    }
}
