using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Errors;

/// <summary>
/// Errors by which a service says «not now»: it is asked too often, or is at it already. Nothing was changed, and the same
/// request may be made again («Common error types» and «Error retries» of the API references, and what each service adds to
/// them).
/// </summary>
public static class ThrottlingErrors
{
    /// <summary>Their codes, in all of AWS's services.</summary>
    internal static FrozenSet<string> Codes { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "BandwidthLimitExceeded", "EC2ThrottledException", "KMSThrottling", "KMSThrottlingException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException",
        "ResourceContention", "ResourceContentionFault", "ScalingActivityInProgress", "ScalingActivityInProgressFault",
        "SlowDown", "Throttled", "ThrottledException", "Throttling", "ThrottlingError", "ThrottlingException", "TooManyRequests",
        "TooManyRequestsException", "TransactionInProgressException");

    /// <summary>Whether an answer is one.</summary>
    public static bool Are(AmazonServiceException answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.StatusCode is HttpStatusCode.TooManyRequests || answer.Retryable?.Throttling is true
            || Codes.Contains(answer.ErrorCode ?? "");
    }
}
