using System.Globalization;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Http;

/// <summary>
/// What an HTTP status says of a message (RFC 9110, section 15), where the receiver's own words say nothing else.
/// </summary>
internal static class AnswerStatus
{
    private const int MaxWords = 200;

    /// <summary>
    /// Retried: 408, 425, 429 and 5xx, after the delay that the answer asks for. Given up: redirects, which are never followed,
    /// and all other refusals. 2xx is a success.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="receiver">The receiver's name in sentences: «Slack».</param>
    public static SendResult Explain(HttpAnswer answer, string receiver)
    {
        var words = Words(answer);
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        return answer.Status switch
        {
            >= 200 and < 300 => new SendResult.Sent(words.Length > 0 ? words : $"{receiver} answered {status}"),
            408 or 425 or 429 or >= 500 =>
                new SendResult.Retry(With($"{receiver} takes nothing now ({status})", words), answer.RetryAfter),
            >= 300 and < 400 => new SendResult.GiveUp(
                $"{receiver} answered with a redirect ({status}), which is never followed: write the address that it leads to"),
            401 or 403 => new SendResult.GiveUp(With($"{receiver} refuses the address or its key ({status})", words)),
            404 or 410 => new SendResult.GiveUp(With($"{receiver} does not know the address ({status})", words)),
            413 => new SendResult.GiveUp(With($"{receiver} finds the message too large ({status})", words)),
            _ => new SendResult.GiveUp(With($"{receiver} refuses the message ({status})", words)),
        };
    }

    /// <summary>The receiver's own words: one inert line of at most 200 code units.</summary>
    public static string Words(HttpAnswer answer) => Words(answer.Body);

    /// <inheritdoc cref="Words(HttpAnswer)"/>
    public static string Words(string text) =>
        InertText.Line(text.Length > 4 * MaxWords ? text[..(4 * MaxWords)] : text, MaxWords);

    /// <summary>A sentence of ours with the receiver's words, if it said any.</summary>
    public static string With(string sentence, string words) => words.Length > 0 ? $"{sentence}: {words}" : sentence;
}
