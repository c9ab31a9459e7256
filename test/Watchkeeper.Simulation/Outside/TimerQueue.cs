using Watchkeeper.Aws.Timers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Grouping;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// The queue of timers («Amazon SQS delay queues», «at-least-once delivery»), whose messages come twice or late, and worse than the
/// service promises, never: the sweep must not need them.
/// </summary>
internal sealed class TimerQueue(World world)
{
    // As template.yaml has them.
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(400);
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(1200);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    /// <summary>Takes a timer.</summary>
    /// <param name="at">When it shall come.</param>
    /// <param name="now">The clock of the process that sets it.</param>
    public bool Take(DateTimeOffset at, DateTimeOffset now)
    {
        if (TimerDelay.Until(at, now) is not { } delay || Happens(world.Odds.Loss))
            return true;
        Deliver(at, delay);
        if (Happens(world.Odds.Duplicate))
            Deliver(at, delay + world.Chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        return true;
    }

    private void Deliver(DateTimeOffset at, TimeSpan delay)
    {
        var payload = TimerEvent.Write("arn:aws:sqs:eu-central-1:123456789012:TimerQueue", at).ToArray();
        var late = Happens(world.Odds.Late) ? world.Chance.Between(TimeSpan.Zero, world.Odds.Lateness) : TimeSpan.Zero;
        world.Agenda.In(delay + late + world.Latency(), () => Try(payload, world.Agenda.Now + Retention));
    }

    private bool Happens(int odds)
    {
        if (!world.Chance.Happens(odds))
            return false;
        world.Totals.Strains[(int)Strain.TimerAmiss]++;
        return true;
    }

    private void Try(byte[] payload, DateTimeOffset end)
    {
        if (world.Agenda.Now >= end)
            return;
        if (!world.Lambda.TryInvoke(FunctionName.SweepFunction, payload, null, [], Done))
            world.Agenda.In(Wait, () => Try(payload, end));

        void Done(WorkResult result)
        {
            if (!result.Succeeded)
                world.Agenda.In(Visibility, () => Try(payload, end));
        }
    }
}

/// <summary>The queue of timers across a process's boundary.</summary>
internal sealed class BoundaryTimers(TimerQueue timers, IBoundary boundary) : IGroupTimers
{
    public Task SetAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken) =>
        boundary.CallAsync("timers.set", "", () => timers.Take(at, now), null, cancellationToken);
}
