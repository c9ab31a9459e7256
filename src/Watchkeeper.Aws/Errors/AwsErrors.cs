using System.Net;
using Amazon.Runtime;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Errors;

/// <summary>
/// Makes a result of what a service, or the way to it, answered instead of success. The rule: what time heals is tried again, what a
/// person must change is given up, with words that say what to change. Reasons hold the error's code and our own words; AWS's
/// words only where they name a parameter, since they may name addresses and people.
/// </summary>
internal static class AwsErrors
{
    private const int MaxCodeLength = 64;
    private const int MaxWordsLength = 200;

    /// <summary>Whether an exception is an answer, or none in time; not the caller's own cancellation, and no fault of ours.</summary>
    public static bool AreAnswers(Exception fault, CancellationToken cancellationToken) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>The result of a fault; <paramref name="own"/> explains what only this service answers, and null for the rest.</summary>
    public static SendResult Explain(Exception fault, Func<AmazonServiceException, Verdict?> own) => fault switch
    {
        // The SDK gives status 0 to an answer that never came.
        AmazonServiceException silence when (int)silence.StatusCode is 0 => NoAnswer(silence.InnerException ?? silence),
        AmazonServiceException answer => Answered(answer, own),
        _ => NoAnswer(fault),
    };

    /// <summary>AWS's own words, for the few errors in which they name a parameter.</summary>
    public static string WordsOf(AmazonServiceException answer) => InertText.Line(answer.Message ?? "", MaxWordsLength);

    private static SendResult Answered(AmazonServiceException answer, Func<AmazonServiceException, Verdict?> own)
    {
        var verdict = own(answer) ?? CommonErrors.Explain(answer.ErrorCode ?? "") ?? ByStatus(answer.StatusCode);
        var code = string.IsNullOrEmpty(answer.ErrorCode) ? $"HTTP {(int)answer.StatusCode}" : InertText.Line(answer.ErrorCode, MaxCodeLength);
        return verdict.IsRetryable
            ? new SendResult.Retry($"{code}: {verdict.Message}", verdict.After)
            : new SendResult.GiveUp($"{code}: {verdict.Message}");
    }

    private static Verdict ByStatus(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
            ? Verdict.Wait($"the service failed with status {(int)status}")
            : Verdict.Refuse($"the service refused with status {(int)status}");

    private static SendResult.Retry NoAnswer(Exception fault) => fault switch
    {
        OperationCanceledException or TimeoutException => new SendResult.Retry("no answer in time; it may have been sent"),
        HttpRequestException http => new SendResult.Retry($"no connection to the service: {http.HttpRequestError}"),
        _ => new SendResult.Retry($"no answer: {InertText.Line(fault.Message, MaxWordsLength)}"),
    };
}

/// <summary>What to make of an error.</summary>
/// <param name="IsRetryable">Whether it may pass by itself.</param>
/// <param name="Message">What it means, and what to change where a person must.</param>
/// <param name="After">The least time to wait, where it is known.</param>
internal sealed record Verdict(bool IsRetryable, string Message, TimeSpan? After = null)
{
    public static Verdict Wait(string words, TimeSpan? after = null) => new(true, words, after);

    public static Verdict Refuse(string words) => new(false, words);
}
