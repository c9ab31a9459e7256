using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// Lambda's queue of asynchronous invocations («How Lambda handles errors and retries with asynchronous invocation»): two retries
/// after an error, one and two minutes later; after a throttle back to the queue for up to six hours, with waits from one second
/// to five minutes. An event may come again after its success, because the queue is eventually consistent.
/// </summary>
internal sealed class EventQueue(World world)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The number of events that wait or are being handled, without the sweep's scheduled events, which never end.
    /// </summary>
    public int Underway { get; private set; }

    public void Take(FunctionName function, byte[] payload, EventAccount? account)
    {
        var entry = new Entry(FunctionModel.For(function), payload, account, world.Agenda.Now);
        Count(entry, 1);
        world.Agenda.In(world.Latency(), () => Try(entry));
    }

    private void Try(Entry entry)
    {
        if (world.Agenda.Now - entry.Since >= entry.Function.OldestEvent)
            GiveUp(entry, "EventAgeExceeded");
        else if (!world.Lambda.TryInvoke(entry.Function.Name, entry.Payload, entry.Account, [], result => Done(entry, result)))
            world.Agenda.In(entry.NextWait(LongestWait), () => Try(entry));
    }

    private void Done(Entry entry, WorkResult result)
    {
        if (result.Succeeded)
        {
            Count(entry, -1);
            world.Accounts.Answered(entry.Account, entry.Function.Name, result.Answer);
            if (!world.Chance.Happens(world.Odds.QueueDuplicate))
            {
                Left(entry);
                return;
            }

            Count(entry, 1);
            world.Agenda.In(
                world.Chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(5)),
                () => Try(entry with { Since = world.Agenda.Now, Failures = 0 }));
        }
        else if (++entry.Failures > entry.Function.Retries)
        {
            GiveUp(entry, result.Error!);
        }
        else
        {
            world.Agenda.In(TimeSpan.FromMinutes(entry.Failures), () => Try(entry));
        }
    }

    // The on-failure destination is a queue that receives the original event.
    private void GiveUp(Entry entry, string why)
    {
        Count(entry, -1);
        world.Trace.Record(
            world.Agenda.Now, 0, "given up", entry.Account?.ToString() ?? entry.Function.Name.ToString(), () => why);
        world.Accounts.GivenUp(entry.Account, entry.Function.Name);
        if (entry.Function.Name is FunctionName.FeedbackFunction)
            world.Mails.GivenUp(entry.Payload);
        Left(entry);
    }

    private void Count(Entry entry, int more) => Underway += entry.Function.Name is FunctionName.SweepFunction ? 0 : more;

    private void Left(Entry entry)
    {
        if (entry.Account is not { } account)
            return;
        account.Copies--;
        world.Accounts.Left(account);
    }

    private sealed record Entry(FunctionModel Function, byte[] Payload, EventAccount? Account, DateTimeOffset Since)
    {
        private TimeSpan wait = TimeSpan.FromSeconds(1);

        public int Failures { get; set; }

        public TimeSpan NextWait(TimeSpan longest)
        {
            var now = wait;
            wait = wait * 2 < longest ? wait * 2 : longest;
            return now;
        }
    }
}
