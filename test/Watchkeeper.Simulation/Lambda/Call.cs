using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>One call across a process's boundary, from its request to its answer.</summary>
internal sealed class Call<T>(
    World world, Sandbox sandbox, string step, string about, Func<T> effect, Func<FaultKind, T>? answer)
{
    // Continuations run on the loop, in the order of the answers.
    private readonly TaskCompletionSource<T> source = new();
    private readonly Work work = sandbox.Work!;
    private FaultKind fault;

    public Task<T> Answer => source.Task;

    public void Begin(CancellationToken cancellationToken)
    {
        fault = world.FaultAt(sandbox.Function.Name, step);
        if (fault is not FaultKind.None)
            world.Hurt(work, sandbox.Function.Name);
        if (fault is FaultKind.KillBefore)
        {
            world.Trace.Record(world.Agenda.Now, sandbox.Number, step, about, () => "killed before");
            sandbox.Kill("Runtime.ExitError");
            return;
        }

        if (fault is FaultKind.DoneUnanswered or FaultKind.LostUnanswered)
            cancellationToken.Register(() => Reply(() => source.TrySetCanceled(cancellationToken)));
        world.Agenda.In(world.Latency(), Arrive);
    }

    private void Arrive()
    {
        // A request of a dead process may still arrive, or not.
        if (!sandbox.IsAlive && world.Chance.Happens(Chance.Million / 2))
            return;
        world.Trace.Record(
            world.Agenda.Now, sandbox.Number, step, about, () => fault is FaultKind.None ? "" : $"! {fault}");
        switch (fault)
        {
            case FaultKind.Error or FaultKind.Throttle:
                Soon(() => Fail(new InjectedException(fault, step)));
                break;
            case FaultKind.LostUnanswered:
                NoAnswer();
                break;
            case FaultKind.DoneUnanswered:
                Do();
                NoAnswer();
                break;
            case FaultKind.KillAfter:
                Do();
                if (sandbox.IsAlive)
                    sandbox.Kill("Runtime.ExitError");
                break;
            case FaultKind.DoneTwice:
                Do();
                var second = Do();
                Soon(() => source.TrySetResult(second));
                break;
            default:
                var result = Do();
                Soon(() => source.TrySetResult(result));
                break;
        }
    }

    private T Do() => world.Acting(work, fault, effect);

    private void Soon(Action reply) => world.Agenda.In(world.Latency(), () => Reply(reply));

    // Either the SDK times out after seconds, or nobody gives up before the invocation ends.
    private void NoAnswer() => world.Agenda.In(
        world.Chance.Pick(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2)),
        () => Reply(() => Fail(new TimeoutException($"no answer to {step}"))));

    private void Fail(Exception exception)
    {
        if (answer is not null)
            source.TrySetResult(answer(fault));
        else
            source.TrySetException(exception);
    }

    private void Reply(Action reply)
    {
        if (sandbox.IsAlive && !work.HasEnded)
            world.Acting(work, FaultKind.None, reply);
    }
}

/// <summary>A fault that the simulation made.</summary>
internal sealed class InjectedException(FaultKind fault, string step) : Exception($"{fault} at {step}")
{
    public FaultKind Fault => fault;
}
