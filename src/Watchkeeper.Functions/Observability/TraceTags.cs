namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Tags of an activity that have a place of their own in X-Ray's documents. Any other tag becomes an annotation where its name is
/// made of letters, digits and underscores, and metadata otherwise.
/// </summary>
public static class TraceTags
{
    /// <summary>The API's action; makes the subsegment a call of an AWS service.</summary>
    public const string Operation = "aws.operation";

    /// <summary>The region that was called.</summary>
    public const string Region = "aws.region";

    /// <summary>AWS's id of the request.</summary>
    public const string RequestId = "aws.request_id";

    /// <summary>DynamoDB's table.</summary>
    public const string Table = "aws.table_name";

    /// <summary>How often the SDK tried again, as an integer.</summary>
    public const string Retries = "aws.retries";

    /// <summary>The status of the HTTP response, as an integer.</summary>
    public const string HttpStatus = "http.status";

    /// <summary>True: we were answered that it is our fault (4xx).</summary>
    public const string Error = "error";

    /// <summary>True: we were answered to slow down.</summary>
    public const string Throttle = "throttle";

    /// <summary>True: it failed for another reason.</summary>
    public const string Fault = "fault";
}
