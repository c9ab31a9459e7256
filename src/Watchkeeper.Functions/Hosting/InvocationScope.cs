using System.Diagnostics;
using Amazon.Lambda.Core;
using Watchkeeper.Functions.Observability;

namespace Watchkeeper.Functions.Hosting;

/// <summary>The scope of one invocation: its name in the logs, its subsegment in the trace, its deadline.</summary>
internal sealed class InvocationScope : IDisposable
{
    // Time reserved to respond and to record the results.
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource cancellation;
    private readonly Activity? activity;

    public InvocationScope(FunctionName function, ILambdaContext context, TimeProvider time)
    {
        Header = context.TraceId is { Length: > 0 } header ? header : null;
        Trace = TraceHeader.Parse(Header);
        new Invocation(context.AwsRequestId ?? "", Trace).Begin();
        activity = Tracing.Begin(function.ToString(), Trace);
        Deadline = time.GetUtcNow() + context.RemainingTime;
        var left = context.RemainingTime - Reserve;
        cancellation = left > TimeSpan.Zero ? new CancellationTokenSource(left, time) : new CancellationTokenSource();
    }

    /// <summary>The time at which Lambda certainly ends this process.</summary>
    public DateTimeOffset Deadline { get; }

    /// <summary>Cancelled shortly before the deadline, so that the function can still report a failure.</summary>
    public CancellationToken Token => cancellation.Token;

    /// <summary>The trace header as received; null if Lambda sent none.</summary>
    public string? Header { get; }

    /// <summary>The parsed trace header.</summary>
    public TraceHeader? Trace { get; }

    public void Dispose()
    {
        activity?.Dispose();
        cancellation.Dispose();
    }
}
