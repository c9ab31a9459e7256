using System.Collections.Immutable;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Hands the records of one shard to a function as Lambda's event source mapping does. A failure that the function names moves the
/// checkpoint there, and all from it on comes again, the good ones too; a batch that fails as a whole is halved where the mapping
/// bisects, which costs no retry; what still fails is given up, so that the shard goes on.
/// </summary>
/// <param name="function">The function.</param>
/// <param name="mapping">Batch size, retries, ages; its filters are the caller's affair.</param>
/// <param name="waits">How long between two tries.</param>
/// <param name="requestIds">Gives each try a request id of its own.</param>
/// <param name="time">Counts waits and ages.</param>
/// <param name="giveUp">Gets what was given up; its exception stops the shard.</param>
internal sealed class StreamBatches(
    IFunction function, StreamMapping mapping, RetryWaits waits, Func<string> requestIds, TimeProvider time, Func<FailedRecords, Task> giveUp)
{
    /// <summary>DynamoDB forgets a record after a day, whatever the mapping says.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    private readonly TimeSpan oldest = mapping.MaximumAge ?? Retention;

    /// <summary>Hands them over, in order, in batches; done when each record is dealt with or given up.</summary>
    public async Task DeliverAsync(ImmutableArray<StreamRecord> records, CancellationToken cancellationToken)
    {
        foreach (var batch in records.Chunk(mapping.BatchSize))
            await DeliverBatchAsync([.. batch], cancellationToken);
    }

    private async Task DeliverBatchAsync(ImmutableArray<StreamRecord> batch, CancellationToken cancellationToken)
    {
        InvocationResult? last = null;
        var requestId = "";
        for (var attempts = 0; !batch.IsEmpty;)
        {
            if (time.GetUtcNow() - batch[0].ArrivedAt >= oldest)
            {
                batch = await ExpireAsync(batch, last, requestId, attempts);
                continue;
            }

            requestId = requestIds();
            last = await function.InvokeAsync(
                new FunctionInvocation { RequestId = requestId, Payload = StreamRecord.Event(batch) }, cancellationToken);
            attempts++;
            var done = FirstToRetry(last, batch);
            if (done > 0)
            {
                // What is left has its own first record now, and so its own tries.
                (batch, attempts) = (batch[done..], 0);
            }
            else if (mapping.Bisects && batch.Length > 1)
            {
                await DeliverBatchAsync(batch[..(batch.Length / 2)], cancellationToken);
                (batch, attempts) = (batch[(batch.Length / 2)..], 0);
            }
            else if (attempts > mapping.MaximumAttempts)
            {
                await GiveUpAsync(batch, last, requestId, attempts, FailedRecords.RetriesExhausted);
                return;
            }
            else
            {
                await Task.Delay(waits.Before(attempts), time, cancellationToken);
            }
        }
    }

    private int FirstToRetry(InvocationResult result, ImmutableArray<StreamRecord> batch)
    {
        if (!result.Succeeded)
            return 0;
        return mapping.ReportsFailures ? BatchResponse.FirstToRetry(result.Payload, batch) : batch.Length;
    }

    /// <summary>Gives up the records that are too old, and leaves the others.</summary>
    private async Task<ImmutableArray<StreamRecord>> ExpireAsync(
        ImmutableArray<StreamRecord> batch, InvocationResult? last, string requestId, int attempts)
    {
        var now = time.GetUtcNow();
        ImmutableArray<StreamRecord> expired = [.. batch.TakeWhile(record => now - record.ArrivedAt >= oldest)];
        await GiveUpAsync(expired, last, requestId, attempts, FailedRecords.RecordAgeExceeded);
        return batch[expired.Length..];
    }

    private Task GiveUpAsync(ImmutableArray<StreamRecord> records, InvocationResult? last, string requestId, int attempts, string condition) =>
        giveUp(new FailedRecords
        {
            FunctionArn = function.Arn,
            Records = records,
            Last = last,
            RequestId = requestId,
            Condition = condition,
            Attempts = attempts,
            At = time.GetUtcNow(),
        });
}
