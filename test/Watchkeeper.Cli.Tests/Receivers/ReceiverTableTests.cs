using System.Text;
using Shouldly;
using Watchkeeper.Cli.Receivers;
using Xunit;

namespace Watchkeeper.Cli.Tests.Receivers;

/// <summary>What a first configuration gets wrong is refused in the receiver's own words.</summary>
public sealed class ReceiverTableTests : IAsyncLifetime
{
    private const string Feishu = "open.feishu.cn/open-apis/bot/v2/hook/EXAMPLE";
    private const string Dingtalk = "oapi.dingtalk.com/robot/send";
    private const string Wecom = "qyapi.weixin.qq.com/cgi-bin/";
    private const string Slack = "hooks.slack.com/services/EXAMPLE";
    private const string Teams = "example.westeurope.logic.azure.com/workflows/EXAMPLE";
    private const string Pagerduty = "events.pagerduty.com/v2/";
    private const string Key = "\"routing_key\":\"EXAMPLE-KEY-OF-32-CHARACTERS-000\"";

    private readonly LocalReceiver receiver = new();
    private readonly HttpClient client = new();

    public async ValueTask InitializeAsync() => await receiver.ListenAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await receiver.DisposeAsync();
    }

    [Theory]
    [InlineData(Slack, "no json", 400, "invalid_payload")]
    [InlineData(Slack, "[]", 400, "invalid_payload")]
    [InlineData(Slack, "{}", 400, "no_text")]
    [InlineData(Slack, """{"text":"a"}""", 200, "ok")]
    [InlineData(Feishu, "no json", 200, "\"code\":9499")]
    [InlineData(Feishu, """{"msg_type":"text","timestamp":"1"}""", 200, "\"code\":19021")]
    [InlineData(Feishu, """{"msg_type":"text"}""", 200, "\"code\":0")]
    [InlineData(Dingtalk, "{}", 200, "\"errcode\":300001")]
    [InlineData($"{Dingtalk}?access_token=a", "[]", 200, "\"errcode\":40035")]
    [InlineData($"{Dingtalk}?access_token=a&timestamp=1", """{"msgtype":"text"}""", 200, "\"errcode\":310000")]
    [InlineData($"{Dingtalk}?access_token=a", """{"msgtype":"text"}""", 200, "\"errcode\":0")]
    [InlineData($"{Wecom}webhook/send", """{"msgtype":"text"}""", 200, "\"errcode\":93000")]
    [InlineData($"{Wecom}webhook/send?key=a", "no json", 200, "\"errcode\":47001")]
    [InlineData($"{Wecom}gettoken?corpid=a", "", 200, "\"errcode\":40001")]
    [InlineData($"{Wecom}message/send", """{"msgtype":"text","touser":"a"}""", 200, "\"errcode\":41001")]
    [InlineData($"{Wecom}message/send?access_token=a", """{"msgtype":"text"}""", 200, "\"errcode\":82001")]
    [InlineData(Teams, "{}", 400, "TriggerInputSchemaMismatch")]
    [InlineData(Teams, """{"attachments":[{}]}""", 202, "")]
    [InlineData($"{Pagerduty}enqueue", "no json", 400, "invalid event")]
    [InlineData($"{Pagerduty}enqueue", $"{{{Key}}}", 400, "payload.summary")]
    [InlineData($"{Pagerduty}enqueue", $"{{{Key},\"payload\":{{\"summary\":\"a\"}}}}", 400, "event_action")]
    [InlineData(
        $"{Pagerduty}enqueue", $"{{{Key},\"payload\":{{\"summary\":\"a\"}},\"event_action\":\"resolve\"}}", 400, "dedup_key")]
    [InlineData($"{Pagerduty}change/enqueue", $"{{{Key},\"payload\":{{\"summary\":\"a\"}}}}", 202, "Change event processed")]
    [InlineData("shop.example/hook", "anything", 204, "")]
    [InlineData("hooks.slack.com.shop.example/services", "anything", 204, "")]
    public async Task A_request_has_the_receivers_answer(string path, string body, int status, string words)
    {
        var (found, answer) = await PostAsync(path, body);

        (found, answer.Contains(words, StringComparison.Ordinal)).ShouldBe((status, true), answer);
    }

    [Theory]
    [InlineData(Feishu, "msg_type", 20_000, "\"code\":19036")]
    [InlineData($"{Dingtalk}?access_token=a", "msgtype", 20_000, "\"errcode\":460101")]
    [InlineData(Slack, "text", 40_000, "msg_too_long")]
    public async Task A_message_over_the_limit_is_refused_in_words(string path, string member, int limit, string words) =>
        (await PostAsync(path, $"{{\"{member}\":\"{new string('a', limit + 1)}\"}}")).Answer.ShouldContain(words);

    [Theory]
    [InlineData(Teams, 28)]
    [InlineData($"{Pagerduty}enqueue", 512)]
    [InlineData("shop.example/hook", 1024)]
    public async Task A_body_over_the_limit_is_refused_by_its_status(string path, int kilobytes) =>
        (await PostAsync(path, $"{{\"attachments\":\"{new string('a', kilobytes * 1024)}\"}}")).Status.ShouldBe(413);

    private async Task<(int Status, string Answer)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var token = TestContext.Current.CancellationToken;
        using var answer = await client.PostAsync(new Uri(receiver.Address, $"/{path}"), content, token);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(token));
    }
}
