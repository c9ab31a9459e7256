using Amazon.Lambda.Core;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// The context of an invocation in this process. The logger discards its input, because handlers write their own structured logs.
/// </summary>
internal sealed class InProcessContext(FunctionSettings settings, FunctionInvocation invocation, TimeProvider time)
    : ILambdaContext, ILambdaLogger
{
    private readonly DateTimeOffset deadline = time.GetUtcNow() + settings.Timeout;

    public string AwsRequestId => invocation.RequestId;

    public IClientContext? ClientContext => null;

    public string FunctionName => settings.Name;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => settings.Arn;

    public ILambdaLogger Logger => this;

    public string LogGroupName => $"/aws/lambda/{settings.Name}";

    public string LogStreamName => "local/[$LATEST]";

    public int MemoryLimitInMB => settings.Memory;

    public TimeSpan RemainingTime => deadline - time.GetUtcNow();

    public string TraceId => invocation.TraceId ?? "";

    public void Log(string message)
    {
    }

    public void LogLine(string message)
    {
    }
}
