using System.Globalization;
using Amazon.Lambda.Core;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>The context of one invocation.</summary>
internal sealed class SimulatedContext(Sandbox sandbox, Work work, DateTimeOffset deadline) : ILambdaContext, ILambdaLogger
{
    public string AwsRequestId { get; } = string.Create(
        CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{work.Number:d12}");

    public IClientContext? ClientContext => null;

    public string FunctionName => sandbox.Function.Name.ToString();

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => $"arn:aws:lambda:eu-central-1:123456789012:function:{FunctionName}";

    public ILambdaLogger Logger => this;

    public string LogGroupName => $"/aws/lambda/{FunctionName}";

    public string LogStreamName => "simulated";

    public int MemoryLimitInMB => 512;

    // Lambda measures the limit by its own clock; the process's clock may be wrong.
    public TimeSpan RemainingTime => deadline - (sandbox.Time.GetUtcNow() - sandbox.Time.Skew);

    public string TraceId => "";

    public void Log(string message)
    {
    }

    public void LogLine(string message)
    {
    }
}
