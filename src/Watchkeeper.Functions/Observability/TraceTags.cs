namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Activity tags with their own members in X-Ray's documents. Any other tag becomes an annotation if its name consists of
/// letters, digits and underscores, and metadata otherwise.
/// </summary>
internal static class TraceTags
{
    /// <summary>The API's action. This tag makes the subsegment a call of an AWS service.</summary>
    public const string Operation = "aws.operation";

    /// <summary>The region of the call.</summary>
    public const string Region = "aws.region";

    /// <summary>AWS's request id.</summary>
    public const string RequestId = "aws.request_id";

    /// <summary>DynamoDB's table.</summary>
    public const string Table = "aws.table_name";

    /// <summary>The number of retries by the SDK, as an integer.</summary>
    public const string Retries = "aws.retries";

    /// <summary>The status of the HTTP response, as an integer.</summary>
    public const string HttpStatus = "http.status";

    /// <summary>True for an error of the caller (4xx).</summary>
    public const string Error = "error";

    /// <summary>True for a throttled call.</summary>
    public const string Throttle = "throttle";

    /// <summary>True for any other failure.</summary>
    public const string Fault = "fault";
}
