using System.Net;
using Amazon.Runtime;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Errors;

/// <summary>
/// Classifies errors of a service or of the connection to it. An error that may pass is retried. An error that a person must fix
/// is given up, with a message about what to change. The message holds the error code and Watchkeeper's own text. AWS's text
/// appears only if it names a parameter, because it may contain addresses and names of people.
/// </summary>
internal static class AwsErrors
{
    private const int MaxCodeLength = 64;
    private const int MaxWordsLength = 200;

    /// <summary>
    /// Whether an exception is an error response or a time-out, as opposed to the caller's cancellation or a bug.
    /// </summary>
    public static bool AreAnswers(Exception fault, CancellationToken cancellationToken) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>
    /// Classifies a fault. <paramref name="own"/> explains errors specific to this service and returns null for others.
    /// </summary>
    public static SendResult Explain(Exception fault, Func<AmazonServiceException, Verdict?> own) => fault switch
    {
        // The SDK sets status 0 if no response arrived.
        AmazonServiceException silence when (int)silence.StatusCode is 0 => NoAnswer(silence.InnerException ?? silence),
        AmazonServiceException answer => Answered(answer, own),
        _ => NoAnswer(fault),
    };

    /// <summary>AWS's own text, for the few errors that name a parameter.</summary>
    public static string WordsOf(AmazonServiceException answer) => InertText.Line(answer.Message ?? "", MaxWordsLength);

    private static SendResult Answered(AmazonServiceException answer, Func<AmazonServiceException, Verdict?> own)
    {
        var verdict = own(answer) ?? CommonErrors.Explain(answer.ErrorCode ?? "") ?? ByStatus(answer.StatusCode);
        var code = string.IsNullOrEmpty(answer.ErrorCode)
            ? $"HTTP {(int)answer.StatusCode}"
            : InertText.Line(answer.ErrorCode, MaxCodeLength);
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

/// <summary>The classification of an error.</summary>
/// <param name="IsRetryable">Whether the error may pass by itself.</param>
/// <param name="Message">The meaning of the error, and what a person must change.</param>
/// <param name="After">The minimum wait, if known.</param>
internal sealed record Verdict(bool IsRetryable, string Message, TimeSpan? After = null)
{
    public static Verdict Wait(string words, TimeSpan? after = null) => new(true, words, after);

    public static Verdict Refuse(string words) => new(false, words);
}
