using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Security.AntiSSRF;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Channels.Http;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification;
using Xunit;

namespace Watchkeeper.Functions.Tests.Webhooks;

public sealed class WebhookClientTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Own: 7\r\n\r\nok";

    private static readonly HttpCall Post = new("") { Body = Encoding.UTF8.GetBytes("""{"text":"ä"}""") };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_a_post_of_json_and_the_answer_comes_back_whole()
    {
        await using var receiver = new RawReceiver(Ok);
        using var client = Client(receiver);

        var call = Post with { Url = receiver.Url, Headers = [KeyValuePair.Create("webhook-id", "7")] };
        var answer = (await client.SendAsync(call, Cancellation)).ShouldBeOfType<HttpResult.Answered>().Answer;

        (answer.Status, answer.Body, answer.Headers["x-own"]).ShouldBe((200, "ok", "7"));
        var request = receiver.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST /hook HTTP/1.1\r\n");
        request.ShouldContain("Content-Type: application/json; charset=utf-8\r\n");
        request.ShouldContain("webhook-id: 7\r\n");
        request.ShouldContain("User-Agent: Watchkeeper/1\r\n");
        request.ShouldNotContain("X-Forwarded-For");
        request.ShouldEndWith("""{"text":"ä"}""");
    }

    [Fact]
    public async Task A_call_without_a_body_is_a_get()
    {
        await using var receiver = new RawReceiver(Ok);
        using var client = Client(receiver);

        await client.SendAsync(new HttpCall(receiver.Url), Cancellation);

        receiver.Requests.ShouldHaveSingleItem().ShouldStartWith("GET /hook HTTP/1.1\r\n");
    }

    [Fact]
    public async Task Ten_megabytes_cost_no_more_than_their_beginning()
    {
        var sent = 0;
        await using var receiver = new RawReceiver(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes("HTTP/1.1 500 Oops\r\nContent-Length: 10485760\r\n\r\n"), cancellationToken);
            for (; sent < 10_485_760; sent += 65_536)
                await stream.WriteAsync(new byte[65_536], cancellationToken);
        });
        using var client = Client(receiver);

        var answer = (await client.SendAsync(Post with { Url = receiver.Url }, Cancellation))
            .ShouldBeOfType<HttpResult.Answered>().Answer;

        (answer.Status, answer.Body.Length).ShouldBe((500, HttpAnswer.MaxBody));
        sent.ShouldBeLessThan(10_485_760);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var receiver = new RawReceiver(
            "HTTP/1.1 307 Moved\r\nLocation: https://169.254.169.254/latest/meta-data/\r\nContent-Length: 0\r\n\r\n");
        using var client = Client(receiver);

        var answer = (await client.SendAsync(Post with { Url = receiver.Url }, Cancellation))
            .ShouldBeOfType<HttpResult.Answered>().Answer;

        answer.Status.ShouldBe(307);
        receiver.Requests.Count.ShouldBe(1);
    }

    public static TheoryData<string, string> WrongAnswers() => new()
    {
        { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "localhost broke its answer off; it may have the message" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal", "localhost broke its answer off" },
        { "", "localhost broke its answer off" },
        { "SSH-2.0-OpenSSH_9.6\r\n", "localhost " },
        { $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 40_000)}\r\n\r\n", "localhost gave no answer that is HTTP" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task An_answer_that_is_none_is_tried_again(string bytes, string reason)
    {
        await using var receiver = new RawReceiver(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), cancellationToken);
            stream.Close();
        });
        using var client = Client(receiver);

        (await RetryAsync(client, receiver.Url)).ShouldStartWith(reason);
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_left_at_the_limit()
    {
        await using var receiver = new RawReceiver((_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        using var client = Client(receiver, TimeSpan.FromMilliseconds(300));

        (await RetryAsync(client, receiver.Url)).ShouldBe("localhost did not answer in time; it may have the message");
    }

    [Fact]
    public async Task A_receiver_that_sends_a_byte_now_and_then_is_left_at_the_limit_too()
    {
        await using var receiver = new RawReceiver(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), cancellationToken);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellationToken);
                await Task.Delay(50, cancellationToken);
            }
        });
        using var client = Client(receiver, TimeSpan.FromMilliseconds(400));

        (await RetryAsync(client, receiver.Url)).ShouldBe("localhost did not answer in time; it may have the message");
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_named()
    {
        await using var receiver = new RawReceiver(Ok);
        using var other = RawReceiver.Create("localhost");
        using var client = Client(other);

        (await RetryAsync(client, receiver.Url)).ShouldStartWith("the certificate of localhost is not trusted");
        receiver.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_port_is_named()
    {
        using var certificate = RawReceiver.Create("localhost");
        using var client = Client(certificate);

        (await RetryAsync(client, "https://localhost:1/")).ShouldStartWith("localhost takes no connection: ");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_named()
    {
        using var certificate = RawReceiver.Create("localhost");
        using var client = Client(certificate);

        (await RetryAsync(client, "https://nobody.invalid/")).ShouldBe("the name nobody.invalid cannot be resolved");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hooks.slack.com/services/x", "is no address")]
    [InlineData("http://hooks.slack.com/services/x", "is not https")]
    [InlineData("file:///etc/passwd", "is not https")]
    [InlineData("gopher://hooks.slack.com/", "is not https")]
    [InlineData("https://hooks.slack.com/services/x\n", "has a blank or a line break")]
    [InlineData("https://hooks.slack.com/\r\nHost: evil.example", "has a blank or a line break")]
    [InlineData("https://hooks.slack.com/a b", "has a blank or a line break")]
    [InlineData("https://hooks.slack.com\\@evil.example/", "has a backslash")]
    [InlineData("https://hooks.slack.com@evil.example/", "has a user name or password before the host")]
    [InlineData("https://user:secret@hooks.slack.com/", "has a user name or password before the host")]
    [InlineData("https://hooks.slack.com/x#y", "has a fragment")]
    [InlineData("https:///x", "is no address")]
    public async Task A_wrong_address_is_given_up_without_being_repeated(string url, string reason)
    {
        using var certificate = RawReceiver.Create("localhost");
        using var client = Client(certificate);

        var result = (await client.SendAsync(Post with { Url = url }, Cancellation)).ShouldBeOfType<HttpResult.Unanswered>();

        var given = result.Result.ShouldBeOfType<SendResult.GiveUp>().Reason;
        given.ShouldStartWith($"the address {reason}");
        given.ShouldNotContain("slack");
    }

    [Fact]
    public async Task A_caller_who_leaves_gets_no_result()
    {
        await using var receiver = new RawReceiver((_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        using var client = Client(receiver);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(
            () => client.SendAsync(Post with { Url = receiver.Url }, leaving.Token));
    }

    private static async Task<string> RetryAsync(WebhookClient client, string url) =>
        (await client.SendAsync(Post with { Url = url }, Cancellation)).ShouldBeOfType<HttpResult.Unanswered>()
            .Result.ShouldBeOfType<SendResult.Retry>().Reason;

    private static WebhookClient Client(RawReceiver receiver, TimeSpan? limit = null) => Client(receiver.Certificate, limit);

    // As in a function, but for the addresses of this machine.
    private static WebhookClient Client(X509Certificate2 trusted, TimeSpan? limit = null)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.None) { AddXFFHeader = false };
        var trust = TrustStore.From(new X509Certificate2Collection(trusted));
        return new WebhookClient(WebhookConnections.Create(policy, trust), TimeProvider.System)
        {
            Limit = limit ?? TimeSpan.FromSeconds(10),
        };
    }
}
