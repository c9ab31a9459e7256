using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>Lambda: creates processes on demand, keeps them warm, and replaces them now and then.</summary>
internal sealed class LambdaService(World world)
{
    private readonly Pool[] pools = [.. Enum.GetValues<FunctionName>().Select(name => new Pool(FunctionModel.For(name)))];
    private const int Unreserved = 1000;

    private int sandboxes;
    private int works;

    /// <summary>The number of running invocations.</summary>
    public int Running { get; private set; }

    /// <summary>The number of running invocations of a function.</summary>
    public int RunningOf(FunctionName name) => pools[(int)name].Running;

    /// <summary>The number of all invocations so far.</summary>
    public int Invocations => works;

    /// <summary>Begins an invocation; false if the function is throttled («TooManyRequestsException»).</summary>
    public bool TryInvoke(
        FunctionName name, byte[] payload, EventAccount? account, ImmutableArray<StreamEntry> batch, Action<WorkResult> done)
    {
        var pool = pools[(int)name];
        if (pool.Running >= (world.HasReserve ? pool.Function.Concurrency : Unreserved)
            || world.Chance.Happens(world.Odds.LambdaThrottle))
        {
            return false;
        }
        var work = new Work { Number = ++works, Payload = payload, Event = account, Batch = batch, Done = done };
        if (!pool.Idle.TryPop(out var sandbox))
            sandbox = new Sandbox(world, ++sandboxes, pool.Function, world.Skew());
        pool.Running++;
        Running++;
        world.Trace.Record(
            world.Agenda.Now, sandbox.Number, "invoked", name.ToString(), () => account?.ToString() ?? $"{batch.Length} records");
        // No process survives this record.
        if (!world.IsCalm && batch.Any(entry => entry.IsPoison))
        {
            world.Hurt(work, name);
            work.Sandbox = sandbox;
            world.Agenda.In(world.Latency(), () => Die(sandbox, work));
            return true;
        }

        sandbox.Begin(work);
        return true;
    }

    public void Release(Sandbox sandbox)
    {
        var pool = pools[(int)sandbox.Function.Name];
        pool.Running--;
        Running--;
        if (sandbox.IsAlive && !world.Chance.Happens(world.Odds.Recycle))
            pool.Idle.Push(sandbox);
    }

    private void Die(Sandbox sandbox, Work work)
    {
        sandbox.Kill("Runtime.ExitError");
        work.HasEnded = true;
        Release(sandbox);
        work.Done(new WorkResult(default, "Runtime.ExitError"));
    }

    private sealed class Pool(FunctionModel function)
    {
        public FunctionModel Function => function;

        public Stack<Sandbox> Idle { get; } = new();

        public int Running { get; set; }
    }
}
