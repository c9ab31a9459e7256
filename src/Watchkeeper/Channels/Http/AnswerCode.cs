using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Http;

/// <summary>What an answer's JSON says by a number: 0 for a message taken, another one for the reason why not.</summary>
/// <param name="Code">The number.</param>
/// <param name="Words">The receiver's own words, one inert line; may be empty.</param>
internal sealed record AnswerCode(long Code, string Words)
{
    /// <summary>The code of an answer; null if the answer is no JSON object, or has no such number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="code">The name of the number.</param>
    /// <param name="words">The name of the words.</param>
    public static AnswerCode? Find(HttpAnswer answer, string code, string words) =>
        AnswerObject.Parse(answer) is { } json && json.Number(code) is { } number
            ? new AnswerCode(number, json.Words(words))
            : null;

    /// <summary>
    /// What an answer means. Only 0 with a status of success is a success. Without a code, and for a code without an explanation,
    /// the status decides; where it claims success, the message was refused, because nobody said that it was taken. A delay that
    /// the answer asks for goes before one of the documents.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="receiver">The receiver's name in sentences: «DingTalk».</param>
    /// <param name="said">The answer's code.</param>
    /// <param name="explain">What a code other than 0 means; null for an unknown one.</param>
    public static SendResult Explain(
        HttpAnswer answer, string receiver, AnswerCode? said, Func<AnswerCode, SendResult?> explain) => said switch
        {
            { Code: not 0 } refused when explain(refused) is { } known => Confirm(known, answer, receiver),
            _ when !answer.IsSuccess => AnswerStatus.Explain(answer, receiver),
            { Code: 0 } => new SendResult.Sent(said.Words.Length > 0 ? said.Words : $"{receiver} answered 0"),
            { } unknown => unknown.GiveUp($"{receiver} refuses the message for a reason that is new"),
            null => new SendResult.GiveUp(AnswerStatus.With(
                $"the answer is not {receiver}'s: look whether the address, or a proxy before it, leads elsewhere",
                AnswerStatus.Words(answer))),
        };

    /// <summary>Whether the receiver's words have one of these parts, in letters of either case.</summary>
    public bool HasAny(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (Words.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The message may be taken later.</summary>
    public SendResult Retry(string sentence, TimeSpan? after = null) => new SendResult.Retry(Reason(sentence), after);

    /// <summary>The message will never be taken as it is.</summary>
    public SendResult GiveUp(string sentence) => new SendResult.GiveUp(Reason(sentence));

    // A status that says «later» goes before a code that says «never».
    private static SendResult Confirm(SendResult known, HttpAnswer answer, string receiver) => known switch
    {
        SendResult.Retry retry when answer.RetryAfter is { } told => retry with { After = told },
        SendResult.GiveUp when AnswerStatus.Explain(answer, receiver) is SendResult.Retry later => later,
        _ => known,
    };

    private string Reason(string sentence) => AnswerStatus.With($"{sentence} ({Code})", Words);
}
