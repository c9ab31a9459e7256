namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the log wants to know of the invocation that runs.</summary>
public interface IRuntimeApiHeaders
{
    /// <summary>The invocation's id; a retry carries the same one.</summary>
    string AwsRequestId { get; }

    /// <summary>The X-Ray trace header; null where there is none.</summary>
    string TraceId { get; }

    /// <summary>The tenant, under tenant isolation; otherwise null.</summary>
    string TenantId { get; }
}
