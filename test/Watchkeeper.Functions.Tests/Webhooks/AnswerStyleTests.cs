using System.Net.Security;
using System.Text;
using Microsoft.Security.AntiSSRF;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Functions.Tests.Webhooks;

/// <summary>
/// What goes wrong at a receiver, over real TLS, for a channel of each style of answer: a word, a status, JSON with a word, JSON
/// with a number, and a token before the message.
/// </summary>
/// <remarks>
/// Operators reported: an error inside an answer of 200 (whyour/qinglong 2299, ccfos/nightingale 369), 202 that counted as a
/// failure (caronc/apprise 1172), and «400» without the receiver's words (kanbn/kan 453).
/// </remarks>
public sealed class AnswerStyleTests
{
    private const string TenMegabytes = "ten megabytes";
    private const string Hangs = "hangs";
    private const string HalfClosed = "half closed";

    private static readonly ChannelKind[] Kinds = [.. ChannelCatalogue.All.Select(channel => channel.Kind)];

    private static readonly Dictionary<string, string> ErrorsInside = new(StringComparer.Ordinal)
    {
        ["slack"] = """{"ok":false,"error":"channel_not_found"}""",
        ["teams"] = """{"error":{"code":"WorkflowNotFound","message":"gone"}}""",
        ["pagerduty"] = """{"status":"invalid event","message":"Event object is invalid"}""",
        ["dingtalk"] = """{"errcode":310000,"errmsg":"keywords not in content"}""",
        ["feishu"] = """{"StatusCode":0,"StatusMessage":"","code":19024,"msg":"Key Words Not Found"}""",
        ["wechat-robot"] = """{"errcode":93000,"errmsg":"invalid webhook url"}""",
        ["wechat"] = """{"errcode":40001,"errmsg":"invalid credential"}""",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ChannelKind, string, string> Cases => new(Kinds.SelectMany(kind => new (ChannelKind, string, string)[]
    {
        (kind, Hangs, "retry: localhost did not answer in time; it may have the message"),
        (kind, HalfClosed, "retry: localhost broke its answer off; it may have the message"),
        (kind, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "retry: "),
        (kind, "HTTP/1.1 503 Later\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n", "retry after 90 s: "),
        (kind, TenMegabytes, "retry: "),
        (kind, "HTTP/1.1 307 Moved\r\nLocation: https://169.254.169.254/latest/meta-data/\r\nContent-Length: 0\r\n\r\n", "give up: "),
    }));

    public static TheoryData<ChannelKind> Channels => [.. Kinds];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_a_receiver_does_has_its_class(ChannelKind kind, string answer, string expected)
    {
        await using var receiver = new RawReceiver((stream, cancellationToken) => AnswerAsync(stream, answer, cancellationToken));

        var result = await SendAsync(kind, receiver.Url, receiver, answer is Hangs ? TimeSpan.FromMilliseconds(300) : null);

        Describe(result).ShouldStartWith(expected);
        receiver.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_error_inside_an_answer_of_200_is_no_success(ChannelKind kind)
    {
        // A program of one's own says by its status what it means.
        var (body, begin) = ErrorsInside.TryGetValue(kind.ToKebabCase(), out var error)
            ? (error, "give up: ")
            : ("""{"error":"x"}""", "sent: ");
        await using var receiver = new RawReceiver($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Describe(await SendAsync(kind, receiver.Url, receiver)).ShouldStartWith(begin);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_wrong_certificate_keeps_the_message_here(ChannelKind kind)
    {
        await using var receiver = new RawReceiver("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var other = new RawReceiver("");

        Describe(await SendAsync(kind, receiver.Url, trusted: other))
            .ShouldStartWith("retry: the certificate of localhost is not trusted");
        receiver.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_address_with_blanks_or_line_breaks_is_given_up_without_a_word_of_it(ChannelKind kind)
    {
        await using var receiver = new RawReceiver("");

        foreach (var end in (string[])["\n", " ", "\r\nHost: evil.example", "/a b", "\u00a0", "\t"])
        {
            Describe(await SendAsync(kind, receiver.Url + end, receiver))
                .ShouldBe("give up: the address has a blank or a line break: store it again, without one at its end");
        }

        receiver.Requests.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(Stream stream, string answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Hangs:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case HalfClosed:
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":tr"u8.ToArray(), cancellationToken);
                // Ends what it sends, and goes on to listen.
                await ((SslStream)stream).ShutdownAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case TenMegabytes:
                await stream.WriteAsync("HTTP/1.1 502 Oops\r\nContent-Length: 10485760\r\n\r\n"u8.ToArray(), cancellationToken);
                for (var sent = 0; sent < 10_485_760; sent += 65_536)
                    await stream.WriteAsync(new byte[65_536], cancellationToken);
                break;
            default:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
                break;
        }
    }

    private static async Task<SendResult> SendAsync(ChannelKind kind, string url, RawReceiver trusted, TimeSpan? limit = null)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.None) { AddXFFHeader = false };
        var trust = TrustStore.From([trusted.Certificate]);
        using var client = new WebhookClient(WebhookConnections.Create(policy, trust), TimeProvider.System)
        {
            Limit = limit ?? TimeSpan.FromSeconds(10),
        };
        var channel = ChannelCatalogue.All.Single(each => each.Kind == kind);
        return await new HttpMessageChannel(channel, new Lazy<WebhookClient>(client), TimeProvider.System).SendAsync(
            new Channel(kind, url)
            {
                // Where the address of the channel is not the one of the request.
                Settings = LabelSet.From([KeyValuePair.Create("url", url), KeyValuePair.Create("api_url", url)]),
            },
            MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English), "the key", Cancellation);
    }

    private static string Describe(SendResult result) => result switch
    {
        SendResult.Sent sent => $"sent: {sent.MessageId}",
        SendResult.Retry { After: { } after } retry => $"retry after {after.TotalSeconds} s: {retry.Reason}",
        SendResult.Retry retry => $"retry: {retry.Reason}",
        SendResult.GiveUp refused => $"give up: {refused.Reason}",
        _ => throw new InvalidOperationException(),
    };
}
