namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a handler about the invocation and the function that it runs in.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; a retry of an asynchronous invocation carries the same one.</summary>
    string AwsRequestId { get; }

    /// <summary>What the caller sent beside the payload.</summary>
    IClientContext ClientContext { get; }

    /// <summary>The function's name, without version or alias.</summary>
    string FunctionName { get; }

    /// <summary>The version that runs, <c>$LATEST</c> unless one was published.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity of a mobile caller.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN that the caller named: of the function, of a version or of an alias.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log, stamped with this invocation's id.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The CloudWatch log group; null when the function may not write there.</summary>
    string LogGroupName { get; }

    /// <summary>The log stream of this execution environment; null when the function may not write there.</summary>
    string LogStreamName { get; }

    /// <summary>The memory that the function was given, in megabytes.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda stops the invocation; negative once the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant that the invocation is for, under tenant isolation; otherwise empty or null.</summary>
    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header of this invocation, <c>Root=…;Parent=…;Sampled=…</c>.</summary>
    string TraceId => string.Empty;

    /// <summary>The serializer that the function was registered with; null for handlers of raw streams.</summary>
    ILambdaSerializer Serializer => null;
}
