using System.Diagnostics;
using Amazon.Lambda.Core;
using Watchkeeper.Functions.Observability;

namespace Watchkeeper.Functions.Hosting;

/// <summary>What lasts as long as one invocation: its name in the logs, its subsegment in the trace, its deadline.</summary>
internal sealed class InvocationScope : IDisposable
{
    // What must be left at the end to answer, and to write down what was done.
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

    /// <summary>When Lambda ends this process for certain.</summary>
    public DateTimeOffset Deadline { get; }

    /// <summary>Cancelled shortly before the deadline, so that a failure is reported and not only suffered.</summary>
    public CancellationToken Token => cancellation.Token;

    /// <summary>The trace header as it came; null where there was none.</summary>
    public string? Header { get; }

    /// <summary>The trace header as it was read.</summary>
    public TraceHeader? Trace { get; }

    public void Dispose()
    {
        activity?.Dispose();
        cancellation.Dispose();
    }
}
