using System.Collections.Immutable;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Feeds the records of one shard to a function as Lambda's event source mapping does. If the response names failed records, the
/// checkpoint moves to the first of them, and all later records are sent again, including successful ones. If a batch fails as a
/// whole and the mapping bisects, the batch is halved, which counts as no retry. Records that still fail go to <paramref
/// name="giveUp"/>, so that the shard continues.
/// </summary>
/// <param name="function">The function.</param>
/// <param name="mapping">The batch size, retries and ages. The caller applies the filters.</param>
/// <param name="waits">The delays between two attempts.</param>
/// <param name="requestIds">Creates a unique request id for each attempt.</param>
/// <param name="time">The clock of delays and ages.</param>
/// <param name="giveUp">Receives the failed records. Its exception stops the shard.</param>
internal sealed class StreamBatches(
    IFunction function, StreamMapping mapping, RetryWaits waits,
    Func<string> requestIds, TimeProvider time, Func<FailedRecords, Task> giveUp)
{
    /// <summary>DynamoDB's retention: a record expires after one day, whatever the mapping says.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    private readonly TimeSpan oldest = mapping.MaximumAge ?? Retention;

    /// <summary>Feeds the records in order, in batches. Completes when each record has succeeded or finally failed.</summary>
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
                // The remaining records start with another record, so their attempts count from zero.
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

    /// <summary>Fails the expired records and returns the others.</summary>
    private async Task<ImmutableArray<StreamRecord>> ExpireAsync(
        ImmutableArray<StreamRecord> batch, InvocationResult? last, string requestId, int attempts)
    {
        var now = time.GetUtcNow();
        ImmutableArray<StreamRecord> expired = [.. batch.TakeWhile(record => now - record.ArrivedAt >= oldest)];
        await GiveUpAsync(expired, last, requestId, attempts, FailedRecords.RecordAgeExceeded);
        return batch[expired.Length..];
    }

    private Task GiveUpAsync(
        ImmutableArray<StreamRecord> records, InvocationResult? last, string requestId, int attempts, string condition) =>
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
