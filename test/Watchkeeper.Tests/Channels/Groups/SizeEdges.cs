using Shouldly;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Tests.Channels.Groups;

/// <summary>Messages that fit exactly, and those with one byte more.</summary>
internal static class SizeEdges
{
    private const string Mark = "… shortened";

    /// <summary>
    /// The sentence of the message grows byte by byte over the limit, with characters of one to four bytes at its end.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="render">The text that a receiver counts.</param>
    /// <param name="size">Its size as the receiver counts.</param>
    public static void ShouldCutBeyond(long limit, Func<MessageContent, string> render, Func<string, long> size)
    {
        foreach (var end in (string[])["x", "é", "警", "🔥"])
        {
            var filler = limit - size(render(WithLead($"{end}"))) - 4;
            filler.ShouldBePositive();
            var hasCut = false;
            var fits = 0L;
            for (var more = 0; more < 10; more++)
            {
                var text = render(WithLead(new string('x', (int)filler + more) + end));
                size(text).ShouldBeLessThanOrEqualTo(limit);
                text.ShouldContain(GroupDeliveries.Incident);
                (hasCut && !text.Contains(Mark, StringComparison.Ordinal)).ShouldBeFalse();
                hasCut |= text.Contains(Mark, StringComparison.Ordinal);
                fits = hasCut ? fits : size(text);
            }

            hasCut.ShouldBeTrue();
            fits.ShouldBe(limit);
        }
    }

    /// <summary>One line that is longer than the whole message may be.</summary>
    public static void ShouldCutOneLine(long limit, Func<MessageContent, string> render, Func<string, long> size)
    {
        foreach (var letter in (string[])["x", "警", "🔥", "<"])
        {
            var content = WithLead("");
            var text = render(content with { Timing = string.Concat(Enumerable.Repeat(letter, 30_000)), Lead = "lead" });

            size(text).ShouldBeInRange(limit - 200, limit);
            text.ShouldContain(GroupDeliveries.Incident);
            text.ShouldContain(Mark);
        }
    }

    private static MessageContent WithLead(string lead) => GroupDeliveries.Opened().Content with { Lead = lead };
}
