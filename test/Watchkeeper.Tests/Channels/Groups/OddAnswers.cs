using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;
using Watchkeeper.Testing;

namespace Watchkeeper.Tests.Channels.Groups;

/// <summary>Answers that no document of a receiver describes.</summary>
internal static class OddAnswers
{
    public static string[] Bodies { get; } =
    [
        "", " ", "ok", "null", "true", "0", "[]", "[0]", "{}", "{", "\"errcode\":0", "{\"errcode\":null}", "{\"errcode\":{}}",
        "{\"errcode\":[0]}", "{\"errcode\":false,\"code\":false}", "{\"errcode\":0.5,\"code\":0.5}",
        "{\"errcode\":1e99,\"code\":1e99}",
        "{\"errcode\":\"zero\",\"code\":\"zero\"}", "{\"\\ud800\":1}", "{\"errmsg\":\"\\ud800\",\"msg\":\"\\udc00\"}",
        "\ud800{\"errcode\":1}", "<html><body>502 Bad Gateway</body></html>", new string('[', 70_000), new string('x', 65_536),
        "{\"errcode\":99999999999999999999,\"code\":99999999999999999999}",
    ];

    /// <summary>No answer without the word of success is a success, and none is too much.</summary>
    public static void ShouldNeverCountAsSent(Func<HttpAnswer, SendResult> read)
    {
        foreach (var body in Bodies.Concat(HostileText.Names.Select(HostileText.Get)))
        {
            foreach (var status in (int[])[100, 200, 201, 204, 299, 301, 302, 400, 404, 429, 500, 599])
                ShouldBeRefused(read(GroupDeliveries.Answer(status, body)));
        }
    }

    private static void ShouldBeRefused(SendResult result)
    {
        var reason = result switch
        {
            SendResult.Retry retry => retry.Reason,
            SendResult.GiveUp refused => refused.Reason,
            _ => "",
        };
        reason.Length.ShouldBeInRange(10, 600);
        reason.ShouldNotContain('\n');
        reason.EnumerateRunes().ShouldAllBe(rune => rune.Value >= ' ');
    }
}
