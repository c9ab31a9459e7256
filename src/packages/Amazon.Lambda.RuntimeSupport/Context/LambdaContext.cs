using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation; what few handlers ask for is parsed when it is asked for.</summary>
internal sealed class LambdaContext(RuntimeApiHeaders headers, LambdaEnvironment environment, LogWriter log) : ILambdaContext
{
    private readonly long deadline =
        long.TryParse(headers.DeadlineMs, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds
            : 0;

    private IClientContext clientContext;
    private ICognitoIdentity identity;

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => clientContext ??= RuntimeSupport.ClientContext.Parse(headers.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => identity ??= CognitoIdentity.Parse(headers.CognitoIdentity);

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger { get; } = new InvocationLogger(log);

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemorySize;

    public TimeSpan RemainingTime => TimeSpan.FromMilliseconds(deadline - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    public ILambdaSerializer Serializer { get; internal set; }
}
