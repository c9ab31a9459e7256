using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Errors;

/// <summary>
/// Throttling errors: the service has too many requests, or is still processing an earlier one. The request changed nothing and
/// may be repeated («Common error types» and «Error retries» of the API references, and each service's additions).
/// </summary>
public static class ThrottlingErrors
{
    /// <summary>The error codes of all AWS services.</summary>
    internal static FrozenSet<string> Codes { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "BandwidthLimitExceeded", "EC2ThrottledException", "KMSThrottling", "KMSThrottlingException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException",
        "ResourceContention", "ResourceContentionFault", "ScalingActivityInProgress", "ScalingActivityInProgressFault",
        "SlowDown", "Throttled", "ThrottledException", "Throttling", "ThrottlingError", "ThrottlingException", "TooManyRequests",
        "TooManyRequestsException", "TransactionInProgressException");

    /// <summary>Whether a response is a throttling error.</summary>
    public static bool Are(AmazonServiceException answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.StatusCode is HttpStatusCode.TooManyRequests || answer.Retryable?.Throttling is true
            || Codes.Contains(answer.ErrorCode ?? "");
    }
}
