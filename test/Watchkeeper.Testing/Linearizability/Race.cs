using System.Globalization;
using CsCheck;
using Shouldly;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>Makes the calls of one client.</summary>
public interface IClient<in TStep>
{
    /// <summary>Makes the call of a step with what the client knows, if the step applies.</summary>
    Task TakeAsync(TStep step);

    /// <summary>Reads everything that the clients wrote.</summary>
    Task LookAsync();
}

/// <summary>A step, and how often the client yields before it.</summary>
public sealed record Paced<TStep>(TStep Step, int Pauses);

/// <summary>Runs plans of concurrent clients against a store and compares the answers with a sequential model.</summary>
public static class Race
{
    /// <summary>The environment variable with the number of plans that a test runs, for long forms.</summary>
    public const string SamplesVariable = "WATCHKEEPER_LINEARIZABILITY_SAMPLES";

    /// <summary>Runs plans; throws with the smallest one found whose answers no order explains.</summary>
    /// <param name="steps">The possible steps of a client.</param>
    /// <param name="empty">The model's state before the first call.</param>
    /// <param name="model">The model.</param>
    /// <param name="samples">The number of plans.</param>
    /// <param name="open">
    /// Creates a client from the plan's number, its history and the client's number; each plan has rows of its own.
    /// </param>
    public static async Task SampleAsync<TStep, TState, TRequest, TAnswer>(
        Gen<TStep> steps,
        TState empty,
        SequentialModel<TState, TRequest, TAnswer> model,
        int samples,
        Func<int, History<TRequest, TAnswer>, int, IClient<TStep>> open)
    {
        var number = 0;
        var paced = Gen.Select(steps, Gen.Int[0, 3], (step, pauses) => new Paced<TStep>(step, pauses));
        await paced.Array[1, 5].Array[2, 4].SampleAsync(
            async plan =>
            {
                var history = new History<TRequest, TAnswer>();
                var plays = Interlocked.Increment(ref number);
                await PlayAsync(plan, client => open(plays, history, client));
                Linearization.Exists(history.Calls, empty, model).ShouldBeTrue($"no order explains these answers:\n{history}");
            },
            iter: Environment.GetEnvironmentVariable(SamplesVariable) is { Length: > 0 } asked
                ? long.Parse(asked, CultureInfo.InvariantCulture)
                : samples,
            threads: 1,
            print: plan => string.Join('\n', plan.Select(each => string.Join(", ", each.Select(one => one.Step)))));
    }

    private static async Task PlayAsync<TStep>(Paced<TStep>[][] plan, Func<int, IClient<TStep>> open)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = plan.Select((steps, client) => PlayAsync(steps, open(client), start.Task)).ToList();
        start.SetResult();
        await Task.WhenAll(clients);
        await open(plan.Length).LookAsync();
    }

    private static async Task PlayAsync<TStep>(Paced<TStep>[] steps, IClient<TStep> client, Task start)
    {
        await start;
        foreach (var (step, pauses) in steps)
        {
            for (var pause = 0; pause < pauses; pause++)
                await Task.Yield();
            await client.TakeAsync(step);
        }
    }
}
