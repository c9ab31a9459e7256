using Shouldly;
using Watchkeeper.Channels.Teams;
using Xunit;

namespace Watchkeeper.Tests.Channels.Teams;

public sealed class TeamsAnswersTests
{
    private const string Forwarded = "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ";

    [Theory]
    [InlineData(202, "", "sent: accepted; whether Teams shows it cannot be known")]
    [InlineData(200, "", "sent: accepted; whether Teams shows it cannot be known")]
    [InlineData(200, "1", "sent: accepted; whether Teams shows it cannot be known: 1")]
    [InlineData(200, """{"id":"7"}""", "sent: accepted; *: {\"id\":\"7\"}")]
    [InlineData(200, "<html>Sign in</html>", "give up: The answer does not say that a workflow took the message; *<html>*")]
    [InlineData(202, "<html>", "give up: The answer does not say*")]
    [InlineData(200, "Summary or Text is required.", "give up: The answer does not say*: 200 Summary or Text is required.")]
    [InlineData(200, """{"error":{"code":"WorkflowNotFound","message":"x"}}""", "give up: The workflow is gone*")]
    [InlineData(200, """{"error":{"code":"New","message":"x"}}""", "give up: The answer does not say*: 200 New x")]
    [InlineData(200, Forwarded + "429 with ContextId tcid=1", "retry 30: Teams takes nothing now: 429 Webhook message*")]
    [InlineData(200, Forwarded + "413 with ContextId tcid=1", "give up: Teams finds the message too large: 413 *")]
    [InlineData(200, Forwarded + "400 with ContextId tcid=1", "give up: Teams refuses*webhook.office.com*")]
    [InlineData(200, Forwarded + "502", "retry : *")]
    [InlineData(302, "", "give up: Teams answered with a redirect (302)*")]
    [InlineData(400, """{"error":{"code":"TriggerInputSchemaMismatch","message":"The input body…"}}""",
        "give up: The workflow expects another form of message: make it anew*: 400 TriggerInputSchemaMismatch The*")]
    [InlineData(400, """{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"x"}}""",
        "give up: The workflow is switched off*")]
    [InlineData(400, """{"error":{"code":"InvalidRequestContent","message":"x"}}""",
        "give up: The workflow refuses the message: 400 *")]
    [InlineData(400, "Bad payload received by generic incoming webhook.", "give up: Teams refuses*webhook.office.com*")]
    [InlineData(401, """{"error":{"code":"DirectApiAuthorizationRequired","message":"x"}}""",
        "give up: The workflow takes no message from outside*")]
    [InlineData(403, "", "give up: Teams refuses the message or the address; if the address is one of the retired*: 403")]
    [InlineData(404, """{"error":{"code":"WorkflowNotFound","message":"x"}}""", "give up: The workflow is gone: make a new one*")]
    [InlineData(404, "", "give up: *webhook.office.com*")]
    [InlineData(408, "", "retry : *")]
    [InlineData(410, "", "give up: *make a workflow and use its address: 410")]
    [InlineData(413, "", "give up: Teams finds the message too large: 413")]
    [InlineData(429, """{"error":{"code":"WorkflowRunActionRateLimitExceeded","message":"x"}}""", "retry 30: *RateLimit*")]
    [InlineData(500, "", "retry : Teams takes nothing now (500)")]
    [InlineData(502, """{"error":{"code":"NoResponse","message":"x"}}""", "retry : *NoResponse*")]
    [InlineData(503, "", "retry : *")]
    public void Each_answer_is_sent_later_or_never(int status, string body, string expected)
    {
        var told = new TeamsChannel().Read(ChannelSamples.Answer(status, body)).Tell();

        Wildcard.Matches(told, expected).ShouldBeTrue(told);
    }

    [Fact]
    public void A_limit_that_a_connector_forwards_waits_as_told() => new TeamsChannel()
        .Read(ChannelSamples.Answer(200, Forwarded + "429", ("Retry-After", "90"))).Tell().ShouldStartWith("retry 90:");
}
