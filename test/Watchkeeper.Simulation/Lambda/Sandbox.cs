using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>
/// One process of a function with its own handler, memory and clock. It runs one invocation at a time («Understanding the Lambda
/// execution environment lifecycle»). After its death none of its code runs.
/// </summary>
internal sealed class Sandbox : IBoundary
{
    private readonly World world;
    private readonly IHandler handler;

    public Sandbox(World world, int number, FunctionModel function, TimeSpan skew)
    {
        (this.world, Number, Function) = (world, number, function);
        Time = new SimulatedTime(world.Agenda, () => world.IsCalm ? TimeSpan.Zero : skew, () => IsAlive);
        Known = new KnownConfiguration(world, this);
        var services = world.Seams(new SandboxServices(world, this));
        handler = new HandlerFactory(services, world.Configuration)
        {
            Read = world.Versions.Read,
            Pause = world.Plan.HasChat ? PauseAsync : null,
        }.Create(function.Name);
    }

    public int Number { get; }

    public FunctionModel Function { get; }

    public SimulatedTime Time { get; }

    public bool IsAlive { get; private set; } = true;

    public Work? Work { get; private set; }

    /// <summary>When a fault hit it last; null if none did.</summary>
    public DateTimeOffset? HurtAt { get; set; }

    public KnownConfiguration Known { get; }

    /// <summary>Begins an invocation; the time limit kills the process («Sandbox.Timedout»).</summary>
    public void Begin(Work work)
    {
        (Work, work.Sandbox) = (work, this);
        world.Agenda.In(Function.Timeout, () =>
        {
            if (work.HasEnded)
                return;
            world.Hurt(work, Function.Name);
            Kill("Sandbox.Timedout");
        });
        _ = RunAsync(work);
    }

    /// <summary>Kills the process at once.</summary>
    public void Kill(string error)
    {
        IsAlive = false;
        world.Trace.Record(world.Agenda.Now, Number, "dies", error);
        if (Work is { HasEnded: false } work)
            End(work, new WorkResult(default, error));
    }

    public Task<T> CallAsync<T>(
        string step, string about, Func<T> effect, Func<FaultKind, T>? answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The code of a dead process no longer runs: of calls made at once, an earlier one may have killed it.
        if (!IsAlive)
            return new TaskCompletionSource<T>().Task;
        var call = new Call<T>(world, this, step, about, effect, answer);
        call.Begin(cancellationToken);
        return call.Answer;
    }

    // Goes on within the agenda's step, on its thread.
    private Task PauseAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource();
        var (work, ended) = (Work!, cancellationToken.Register(() => source.TrySetCanceled(cancellationToken)));
        world.Agenda.In(span, () =>
        {
            ended.Dispose();
            if (IsAlive && !work.HasEnded)
                world.Acting(work, FaultKind.None, () => source.TrySetResult());
        });
        return source.Task;
    }

    private async Task RunAsync(Work work)
    {
        WorkResult result;
        try
        {
            var payload = new MemoryStream(work.Payload, 0, work.Payload.Length, writable: false, publiclyVisible: true);
            var answer = (MemoryStream)await handler.HandleAsync(
                payload, new SimulatedContext(this, work, world.Agenda.Now + Function.Timeout));
            result = new WorkResult(answer.ToArray(), null);
        }
        catch (Exception failure)
        {
            // Lambda's loop catches everything here too.
            world.Met(failure, Function.Name);
            result = new WorkResult(default, failure.GetType().Name);
        }

        if (IsAlive && !work.HasEnded)
            End(work, result);
    }

    private void End(Work work, WorkResult result)
    {
        work.HasEnded = true;
        Work = null;
        world.Trace.Record(
            world.Agenda.Now, Number, result.Succeeded ? "ends" : "fails", Function.Name.ToString(), () => result.Error ?? "");
        world.Lambda.Release(this);
        work.Done(result);
    }
}
