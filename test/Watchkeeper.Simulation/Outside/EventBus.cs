using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// The route from a source to Lambda's queue: EventBridge, SNS, or an alarm's own action. It delivers at least once («Amazon
/// EventBridge event delivery», «Amazon SNS message delivery retries»), in no order, sometimes late, and retries for a day with
/// growing waits.
/// </summary>
internal sealed class EventBus(World world, EventQueue queue)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>The number of deliveries in flight.</summary>
    public int Underway { get; private set; }

    public void Publish(EventAccount account)
    {
        account.IsAccepted = true;
        world.Accounts.Accepted(account);
        Deliver(account);
        if (world.Chance.Happens(world.Odds.Duplicate))
            Deliver(account);
    }

    /// <summary>Publishes an event that the bus does not account for.</summary>
    public void Publish(FunctionName function, byte[] payload)
    {
        Deliver(function, payload, null);
        if (world.Chance.Happens(world.Odds.Duplicate))
            Deliver(function, payload, null);
    }

    private void Deliver(EventAccount account)
    {
        account.Copies++;
        Deliver(account.Function, account.Payload, account);
    }

    private void Deliver(FunctionName function, byte[] payload, EventAccount? account)
    {
        Underway++;
        var late = world.Chance.Happens(world.Odds.Late)
            ? world.Chance.Between(TimeSpan.Zero, world.Odds.Lateness)
            : TimeSpan.Zero;
        world.Agenda.In(world.Latency() + late, () => Try(function, payload, account, TimeSpan.FromSeconds(1)));
    }

    private void Try(FunctionName function, byte[] payload, EventAccount? account, TimeSpan wait)
    {
        if (!world.Chance.Happens(world.Odds.Loss))
        {
            Underway--;
            queue.Take(function, payload, account);
            return;
        }

        // «For 24 hours and up to 185 times with an exponential back off and jitter» (EventBridge user guide, retry policy).
        world.Agenda.In(
            world.Chance.Between(wait / 2, wait),
            () => Try(function, payload, account, wait * 2 < LongestWait ? wait * 2 : LongestWait));
    }
}
