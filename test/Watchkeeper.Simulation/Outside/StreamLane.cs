using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// Delivers one shard, or one of the parts into which ParallelizationFactor divides it, batch by batch («Using AWS Lambda with
/// Amazon DynamoDB»). The lowest number in the answer is the checkpoint, and every record from it on comes again, successful ones
/// too. A batch that fails as a whole is halved, which costs no retry. What fails to the end or becomes too old goes to the
/// failure destination.
/// </summary>
internal sealed class StreamLane(World world, FunctionName function, int batchSize, int mostRetries, TimeSpan oldest)
{
    // Lambda only documents that it backs off.
    private static readonly int[] Seconds = [1, 2, 5, 10, 30];

    private readonly LinkedList<StreamEntry> waiting = new();
    private bool isPumping;

    public int Waiting => waiting.Count;

    public void Take(StreamEntry entry)
    {
        waiting.AddLast(entry);
        if (isPumping)
            return;
        isPumping = true;
        world.Agenda.In(world.Latency() * 4, () => world.Watch(PumpAsync()));
    }

    private async Task PumpAsync()
    {
        while (waiting.Count > 0)
        {
            ImmutableArray<StreamEntry> batch = [.. waiting.Take(batchSize)];
            await DeliverAsync(batch);
            // «Success is possible again for records already done»: a lease that was lost begins again at its checkpoint.
            if (world.Chance.Happens(world.Odds.Replay))
                await DeliverAsync(batch);
            for (var i = 0; i < batch.Length; i++)
                waiting.RemoveFirst();
        }

        isPumping = false;
    }

    private async Task DeliverAsync(ImmutableArray<StreamEntry> batch)
    {
        for (var attempts = 0; !batch.IsEmpty;)
        {
            if (world.Agenda.Now - batch[0].ArrivedAt >= oldest)
            {
                ImmutableArray<StreamEntry> expired = [.. batch.TakeWhile(entry => world.Agenda.Now - entry.ArrivedAt >= oldest)];
                world.Accounts.GivenUp(function, expired, isExpired: true);
                batch = batch[expired.Length..];
                continue;
            }

            var result = await InvokeAsync(batch);
            attempts++;
            var done = result.Succeeded ? BatchAnswer.FirstToRetry(result.Answer, batch) : 0;
            if (result.Succeeded)
                world.Accounts.BatchAnswered(function, batch, result.Answer, done);
            if (done > 0)
            {
                (batch, attempts) = (batch[done..], 0);
            }
            else if (batch.Length > 1)
            {
                await DeliverAsync(batch[..(batch.Length / 2)]);
                (batch, attempts) = (batch[(batch.Length / 2)..], 0);
            }
            else if (attempts > mostRetries)
            {
                world.Accounts.GivenUp(function, batch, isExpired: false);
                return;
            }
            else
            {
                await DelayAsync(TimeSpan.FromSeconds(Seconds[Math.Min(attempts, Seconds.Length) - 1]));
            }
        }
    }

    private async Task<WorkResult> InvokeAsync(ImmutableArray<StreamEntry> batch)
    {
        var source = new TaskCompletionSource<WorkResult>();
        // A throttled batch is retried until it is too old, which costs no retry.
        while (!world.Lambda.TryInvoke(function, StreamEntry.Event(batch), null, batch, source.SetResult))
            await DelayAsync(world.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        return await source.Task;
    }

    private Task DelayAsync(TimeSpan wait)
    {
        var source = new TaskCompletionSource();
        world.Agenda.In(wait, source.SetResult);
        return source.Task;
    }
}
