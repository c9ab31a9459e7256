using System.Threading.Channels;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// The Runtime API state of one function process. The session offers an invocation; the process takes and answers the invocation,
/// or ends. The session enforces the time limits of initialization and invocation.
/// </summary>
internal sealed class RuntimeSession : IDisposable
{
    private readonly Lock gate = new();
    private readonly Channel<PendingInvocation> offers = Channel.CreateUnbounded<PendingInvocation>();
    private readonly FunctionSettings settings;
    private readonly TimeProvider time;
    private readonly ITimer initLimit;
    private ITimer? limit;
    private PendingInvocation? waiting;
    private PendingInvocation? taken;
    private Func<PendingInvocation, InvocationResult>? end;

    public RuntimeSession(FunctionSettings settings, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        initLimit = time.CreateTimer(
            _ => End(FunctionError.TimedOut, TimedOutAfter(settings.InitTimeout)),
            null, settings.InitTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The function's ARN, which every invocation carries.</summary>
    public string Arn => settings.Arn;

    /// <summary>Whether the process can serve no further invocation: it failed to start, timed out, or ended.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate)
                return end is not null;
        }
    }

    /// <summary>Offers an invocation; the session accepts one at a time.</summary>
    public Task<InvocationResult> OfferAsync(FunctionInvocation invocation)
    {
        var handover = new PendingInvocation(invocation);
        lock (gate)
        {
            if (end is not null)
            {
                handover.Finish(end(handover));
            }
            else
            {
                waiting = handover;
                offers.Writer.TryWrite(handover);
            }
        }

        return handover.Answer;
    }

    /// <summary>
    /// Handles the process's request for the next invocation. Returns null if the last invocation is unanswered or the session is
    /// over.
    /// </summary>
    /// <exception cref="OperationCanceledException">The process closed the connection.</exception>
    public async Task<PendingInvocation?> TakeAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (taken is not null || end is not null)
                return null;
            initLimit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        while (await offers.Reader.WaitToReadAsync(cancellationToken))
        {
            lock (gate)
            {
                if (end is null && offers.Reader.TryRead(out var offer))
                    return Take(offer);
            }
        }

        return null;
    }

    /// <summary>Handles the process's response. Returns false if the process holds no such invocation.</summary>
    public bool Answer(string requestId, InvocationResult result)
    {
        lock (gate)
        {
            if (taken?.Invocation.RequestId != requestId)
                return false;
            taken.Finish(result);
            taken = null;
            limit?.Dispose();
            return true;
        }
    }

    /// <summary>Handles the process's report that its initialization failed.</summary>
    public void FailStart(InvocationResult error) => End(_ => error);

    /// <summary>Ends the session. The first reported reason wins.</summary>
    public void End(string type, string message) =>
        End(handover => InvocationResult.Failed(FunctionError.Create(type, handover.Invocation.RequestId, message)));

    public void Dispose()
    {
        End(FunctionError.Exited, "Runtime exited without providing a reason");
        initLimit.Dispose();
        limit?.Dispose();
    }

    private static string TimedOutAfter(TimeSpan span) =>
        FormattableString.Invariant($"Task timed out after {span.TotalSeconds:0.00} seconds");

    private void End(Func<PendingInvocation, InvocationResult> result)
    {
        lock (gate)
        {
            if (end is not null)
                return;
            end = result;
            offers.Writer.TryComplete();
            taken?.Finish(end(taken));
            waiting?.Finish(end(waiting));
        }
    }

    private PendingInvocation Take(PendingInvocation offer)
    {
        (taken, waiting) = (offer, null);
        offer.Deadline = time.GetUtcNow() + settings.Timeout;
        limit?.Dispose();
        limit = time.CreateTimer(
            _ => End(FunctionError.TimedOut, TimedOutAfter(settings.Timeout)), null, settings.Timeout, Timeout.InfiniteTimeSpan);
        return offer;
    }
}
