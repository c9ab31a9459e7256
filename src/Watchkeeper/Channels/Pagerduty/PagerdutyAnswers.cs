using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Pagerduty;

/// <summary>
/// What PagerDuty answers («Events API v2 Overview», response codes and retry logic): a status in words, and errors.
/// </summary>
internal static class PagerdutyAnswers
{
    private const string Name = "PagerDuty";

    // «Preferably with a backoff of a few minutes».
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(2);

    /// <summary>What an answer means.</summary>
    public static SendResult Read(HttpAnswer answer)
    {
        var json = AnswerObject.Parse(answer);
        var status = json?.Text("status") ?? "";
        var words = json is null ? AnswerStatus.Words(answer) : Words(json);
        if (answer.IsSuccess)
        {
            return status is "success"
                ? new SendResult.Sent(words)
                : new SendResult.GiveUp(AnswerStatus.With("PagerDuty does not say that it took the event", words));
        }

        return answer.Status switch
        {
            429 => Wait(),
            // Some of its limits answer 403, as the first version of the API did.
            403 when IsLimit(status) || IsLimit(words) => Wait(),
            400 => new SendResult.GiveUp(AnswerStatus.With(
                "PagerDuty refuses the event: compare the routing key with the one of the integration «Events API v2»", words)),
            _ => AnswerStatus.Explain(answer, Name),
        };

        SendResult Wait() => new SendResult.Retry(
            AnswerStatus.With("PagerDuty takes nothing now", words), answer.RetryAfter ?? UsualWait);
    }

    private static string Words(AnswerObject json)
    {
        string[] parts = [json.Words("message"), json.List("errors"), json.Words("dedup_key")];
        return AnswerStatus.Words(string.Join(" · ", parts.Where(part => part.Length > 0)));
    }

    private static bool IsLimit(string text) =>
        text.Contains("throttle", StringComparison.OrdinalIgnoreCase)
        || text.Contains("rate limit", StringComparison.OrdinalIgnoreCase);
}
