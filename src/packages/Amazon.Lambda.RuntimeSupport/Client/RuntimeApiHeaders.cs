using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The names of the Runtime API's headers, and what <c>next</c> says by them.</summary>
internal sealed class RuntimeApiHeaders(HttpResponseHeaders headers) : IRuntimeApiHeaders
{
    internal const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    internal const string XRayErrorCause = "Lambda-Runtime-Function-XRay-Error-Cause";

    public string AwsRequestId { get; } = Read(headers, "Lambda-Runtime-Aws-Request-Id");

    internal string DeadlineMs { get; } = Read(headers, "Lambda-Runtime-Deadline-Ms");

    internal string InvokedFunctionArn { get; } = Read(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string TraceId { get; } = Read(headers, "Lambda-Runtime-Trace-Id");

    internal string ClientContext { get; } = Read(headers, "Lambda-Runtime-Client-Context");

    internal string CognitoIdentity { get; } = Read(headers, "Lambda-Runtime-Cognito-Identity");

    public string TenantId { get; } = Read(headers, "Lambda-Runtime-Aws-Tenant-Id");

    private static string Read(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
