using Shouldly;
using Watchkeeper.Channels.Slack;
using Xunit;

namespace Watchkeeper.Tests.Channels.Slack;

public sealed class SlackAnswersTests
{
    private const string Limited = """{"retry_after":7,"ok":false,"error":"rate_limited"}""";

    [Theory]
    [InlineData(200, "ok", "sent: ok")]
    [InlineData(200, "ok\n", "sent: ok")]
    [InlineData(200, """{"ok":true}""", "sent: {\"ok\":true}")]
    [InlineData(200, "", "give up: Slack does not say that it took the message: 200")]
    [InlineData(200, "<html>Sign in</html>", "give up: Slack does not say that it took the message: 200 <html>Sign in</html>")]
    [InlineData(200, "no_service", "give up: Slack no longer takes the webhook: make a new one *: 200 no_service")]
    [InlineData(200, """{"ok":false,"error":"channel_not_found"}""", "give up: The webhook's channel is gone or archived*")]
    [InlineData(200, """{"ok":false,"error":"brand_new_error"}""", "give up: Slack does not say*brand_new_error*")]
    [InlineData(200, Limited, "retry 7: *")]
    [InlineData(301, "", "give up: Slack answered with a redirect (301)*")]
    [InlineData(400, "invalid_payload", "give up: Slack cannot read the message: *: 400 invalid_payload")]
    [InlineData(400, "invalid_blocks", "give up: Slack cannot read the message*")]
    [InlineData(400, "too_many_attachments", "give up: Slack cannot read the message*")]
    [InlineData(400, "no_text", "give up: Slack cannot read the message*")]
    [InlineData(400, "user_not_found", "give up: The webhook's channel*")]
    [InlineData(400, "brand_new_error", "give up: Slack refuses the message (400): brand_new_error")]
    [InlineData(403, "invalid_token", "give up: Slack no longer takes the webhook*: 403 invalid_token")]
    [InlineData(403, "action_prohibited", "give up: The workspace forbids*: 403 action_prohibited")]
    [InlineData(403, "posting_to_general_channel_denied", "give up: The workspace forbids*")]
    [InlineData(403, "team_disabled", "give up: Slack no longer takes the webhook*")]
    [InlineData(403, "token_revoked", "give up: Slack no longer takes the webhook*")]
    [InlineData(404, "no_service", "give up: Slack no longer takes the webhook*")]
    [InlineData(404, "no_service_id", "give up: Slack no longer takes the webhook*")]
    [InlineData(404, "channel_not_found", "give up: The webhook's channel*")]
    [InlineData(404, "<html>", "give up: Slack does not know the address (404): <html>")]
    [InlineData(408, "", "retry : Slack takes nothing now (408)")]
    [InlineData(410, "channel_is_archived", "give up: The webhook's channel is gone or archived: unarchive it*")]
    [InlineData(413, "", "give up: Slack finds the message too large (413)")]
    [InlineData(429, "rate_limited", "retry 60: Slack takes nothing now: 429 rate_limited")]
    [InlineData(429, Limited, "retry 7: *rate_limited*")]
    [InlineData(429, "", "retry 60: Slack takes nothing now: 429")]
    [InlineData(429, """{"retry_after":-5}""", "retry 60: *")]
    [InlineData(429, "invalid_payload", "retry 60: *")]
    [InlineData(403, "message_limit_exceeded", "retry 60: *")]
    [InlineData(500, "rollup_error", "retry 60: *rollup_error")]
    [InlineData(502, "<html>", "retry : Slack takes nothing now (502): <html>")]
    public void Each_answer_is_sent_later_or_never(int status, string body, string expected) =>
        Wildcard.Matches(new SlackChannel().Read(ChannelSamples.Answer(status, body)).Tell(), expected).ShouldBeTrue(
            new SlackChannel().Read(ChannelSamples.Answer(status, body)).Tell());

    [Fact]
    public void The_header_says_how_long_to_wait_before_the_body_does() =>
        new SlackChannel().Read(ChannelSamples.Answer(429, Limited, ("retry-after", "30"))).Tell().ShouldStartWith("retry 30:");
}
