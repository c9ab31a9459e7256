using Watchkeeper.Aws.Timers;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Grouping;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The queue of timers in this process. The run takes what is due before the next event, by its own clock: a story's groups are told
/// at the story's times. What still waits when somebody stops the run is lost, and left to the next sweep.
/// </summary>
/// <param name="mapping">The function that timers go to.</param>
/// <param name="queueArn">The ARN of the queue.</param>
internal sealed class EmbeddedTimers(QueueMapping mapping, string queueArn) : IGroupTimers
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> waiting = new();

    /// <inheritdoc/>
    public Task SetAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (TimerDelay.Until(at, now) is not null)
        {
            lock (gate)
                waiting.Enqueue(at, at);
        }

        return Task.CompletedTask;
    }

    /// <summary>When the next timer is due; null if none waits.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (gate)
                return waiting.TryPeek(out var at, out _) ? at : null;
        }
    }

    /// <summary>Takes the timers that are due, at most as many as one invocation takes; null if none is.</summary>
    /// <param name="now">The time.</param>
    public FunctionEvent? Take(DateTimeOffset now)
    {
        var due = new List<DateTimeOffset>();
        lock (gate)
        {
            while (due.Count < mapping.BatchSize && waiting.TryPeek(out var at, out _) && at <= now)
                due.Add(waiting.Dequeue());
        }

        return due.Count == 0 ? null : new FunctionEvent(mapping.Function, TimerEvent.Write(queueArn, due));
    }
}
