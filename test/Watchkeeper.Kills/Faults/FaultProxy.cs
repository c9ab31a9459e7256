using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Kills.Faults;

/// <summary>
/// A proxy between the functions and the emulators, one port for each emulator. It kills a function's process (SIGKILL, by its
/// pid) at given requests. It serves one invocation at a time.
/// </summary>
/// <param name="alarms">The file with the alarms of CloudWatch.</param>
internal sealed class FaultProxy(string alarms) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Forwarding forwarding = new(alarms);
    private readonly List<Passage> passages = [];
    private readonly List<LoopbackServer> servers = [];
    private readonly Queue<KillPoint> points = new();
    private ImmutableHashSet<string> refused = [];
    private Func<string, bool> counts = _ => true;
    private FunctionProcess? running;
    private TaskCompletionSource? idle;
    private int invocations, steps, underway;
    private bool dead;

    /// <summary>Opens a port for an emulator and returns its address.</summary>
    public async Task<string> StandBeforeAsync(string upstream)
    {
        var server = await LoopbackServer.StartAsync(context => AnswerAsync(new Uri(upstream), context));
        servers.Add(server);
        return $"http://{server.Endpoint}";
    }

    /// <summary>Clears the log, and kills at these points from now on.</summary>
    /// <param name="function">The function whose requests count; null counts those of all.</param>
    /// <param name="where">The points, first to last.</param>
    public void Arm(string? function, ImmutableArray<KillPoint> where)
    {
        lock (gate)
        {
            passages.Clear();
            points.Clear();
            foreach (var point in where)
                points.Enqueue(point);
            counts = name => function is null || function == name;
            steps = 0;
        }
    }

    /// <summary>Answers these operations with 501 until the next call: a failure that the SDK does not retry.</summary>
    public void Refuse(params string[] operations) => refused = [.. operations];

    /// <summary>The requests since <see cref="Arm"/>.</summary>
    public PassageLog Log()
    {
        lock (gate)
            return new PassageLog([.. passages]);
    }

    /// <summary>An invocation begins.</summary>
    public void Begin(FunctionProcess function)
    {
        lock (gate)
        {
            running = function;
            invocations++;
            dead = false;
        }
    }

    /// <summary>Waits until no request is in flight: then every request of a killed process has had its effect.</summary>
    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            if (underway == 0)
                return Task.CompletedTask;
            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
        forwarding.Dispose();
    }

    private async Task AnswerAsync(Uri upstream, HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
        var body = copy.ToArray();
        if (Enter(BoundaryRequest.Parse(context.Request.Headers, body)) is not { } passage)
        {
            context.Abort();
            return;
        }

        try
        {
            await PassAsync(upstream, context, body, passage);
        }
        finally
        {
            Leave();
        }
    }

    private async Task PassAsync(Uri upstream, HttpContext context, byte[] body, Passage passage)
    {
        if (passage.Kill is { Moment: KillMoment.Before })
        {
            Kill(context);
            return;
        }

        if (passage.IsRefused)
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        using var answer = await forwarding.SendAsync(upstream, context.Request, body);
        (passage.IsForwarded, passage.IsAccepted) = (true, answer.IsSuccessStatusCode);
        if (passage.Kill is { Moment: KillMoment.After })
            Kill(context);
        else
            await Forwarding.AnswerAsync(context.Response, answer);
    }

    private Passage? Enter(BoundaryRequest request)
    {
        lock (gate)
        {
            // Requests that a dead process still sent are lost.
            if (dead || running is null)
                return null;
            var counted = counts(running.Name);
            if (counted)
                steps++;
            var kill = counted && points.TryPeek(out var next) && next.Step <= steps ? points.Dequeue() : null;
            dead = kill is { Moment: KillMoment.Before };
            var passage = new Passage(running.Name, invocations, request, kill, refused.Contains(request.Operation));
            passages.Add(passage);
            underway++;
            return passage;
        }
    }

    private void Kill(HttpContext context)
    {
        lock (gate)
        {
            dead = true;
            if (running?.ProcessId is { } pid)
            {
                using var victim = Process.GetProcessById(pid);
                victim.Kill();
            }
        }

        context.Abort();
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--underway > 0)
                return;
            idle?.TrySetResult();
            idle = null;
        }
    }
}
