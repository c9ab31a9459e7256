using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Invokes a function with queued events as Lambda's asynchronous invocation does. Retries use the same request id. An event
/// whose attempts all fail, or that expires, goes to <paramref name="giveUp"/>. See «Understanding retry behavior in Lambda».
/// </summary>
/// <param name="function">The function.</param>
/// <param name="policy">The number of retries and the maximum age.</param>
/// <param name="waits">The delays between two attempts.</param>
/// <param name="requestIds">Creates a unique request id for each event.</param>
/// <param name="time">The clock of delays and ages.</param>
/// <param name="giveUp">Receives each failed event once. Its exception surfaces where the caller awaits the delivery.</param>
internal sealed class AsynchronousQueue(
    IFunction function, RetryPolicy policy, RetryWaits waits,
    Func<string> requestIds, TimeProvider time, Func<FailedInvocation, Task> giveUp)
{
    private readonly Lock gate = new();
    private readonly HashSet<Task> underway = [];

    /// <summary>Queues an event and does not wait for its result.</summary>
    public void Enqueue(ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken)
    {
        var delivery = DeliverAsync(payload, traceId, cancellationToken);
        lock (gate)
        {
            underway.RemoveWhere(each => each.IsCompletedSuccessfully);
            underway.Add(delivery);
        }
    }

    /// <summary>Waits until every queued event has succeeded or finally failed.</summary>
    /// <exception cref="Exception">The failure handler threw this exception.</exception>
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

    /// <summary>Queues an event and returns the result of its last attempt, whether a success or a failure.</summary>
    public async Task<InvocationResult> DeliverAsync(
        ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken)
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
