using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Hands events to a function as Lambda's asynchronous invocation does: a failure is tried again with the same request id, and what
/// fails to the end or grows too old is given up. See «Understanding retry behavior in Lambda».
/// </summary>
/// <param name="function">The function.</param>
/// <param name="policy">How many further tries, and until what age.</param>
/// <param name="waits">How long between two tries.</param>
/// <param name="requestIds">Gives each event a request id of its own.</param>
/// <param name="time">Counts waits and ages.</param>
/// <param name="giveUp">Gets what was given up, once; its exception comes out where the event's delivery is awaited.</param>
internal sealed class AsynchronousQueue(
    IFunction function, RetryPolicy policy, RetryWaits waits, Func<string> requestIds, TimeProvider time, Func<FailedInvocation, Task> giveUp)
{
    private readonly Lock gate = new();
    private readonly HashSet<Task> underway = [];

    /// <summary>Takes an event without waiting for what comes of it.</summary>
    public void Enqueue(ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken)
    {
        var delivery = DeliverAsync(payload, traceId, cancellationToken);
        lock (gate)
        {
            underway.RemoveWhere(each => each.IsCompletedSuccessfully);
            underway.Add(delivery);
        }
    }

    /// <summary>Waits until every event that was taken has succeeded or been given up.</summary>
    /// <exception cref="Exception">What giving up threw.</exception>
    public async Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] open;
            lock (gate)
                open = [.. underway];
            if (open.Length == 0)
                return;
            await Task.WhenAll(open).WaitAsync(cancellationToken);
            lock (gate)
                underway.ExceptWith(open);
        }
    }

    /// <summary>Takes an event and waits for the end: the result of the last try, be it a success or not.</summary>
    public async Task<InvocationResult> DeliverAsync(ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken)
    {
        var born = time.GetUtcNow();
        var invocation = new FunctionInvocation { RequestId = requestIds(), Payload = payload, TraceId = traceId };
        for (var attempt = 1; ; attempt++)
        {
            var result = await function.InvokeAsync(invocation, cancellationToken);
            if (result.Succeeded)
                return result;
            if (attempt > policy.MaximumAttempts)
                return await GiveUpAsync(FailedInvocation.RetriesExhausted, attempt, result);
            var wait = waits.Before(attempt);
            if (time.GetUtcNow() - born + wait >= policy.MaximumAge)
                return await GiveUpAsync(FailedInvocation.EventAgeExceeded, attempt, result);
            await Task.Delay(wait, time, cancellationToken);
        }

        async Task<InvocationResult> GiveUpAsync(string condition, int attempts, InvocationResult last)
        {
            await giveUp(new FailedInvocation
            {
                FunctionArn = function.Arn,
                Invocation = invocation,
                Last = last,
                Condition = condition,
                Attempts = attempts,
                At = time.GetUtcNow(),
            });
            return last;
        }
    }
}
