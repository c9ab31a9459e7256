using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Processes that stay from round to round.</summary>
internal sealed class WarmProcesses(Setup setup) : IAsyncDisposable
{
    private readonly Dictionary<Subject, MeasuredProcess> processes = [];

    /// <summary>The average usage of one event of a round.</summary>
    public async Task<Usage> RoundAsync(Subject subject)
    {
        await setup.PutInForceAsync(subject);
        if (!processes.TryGetValue(subject, out var process))
        {
            var first = await setup.PayloadsAsync(subject.Feed, 1);
            (process, _) = await MeasuredProcess.StartAsync(subject, first[0]);
            processes[subject] = process;
        }

        return await process.InvokeAsync(await setup.PayloadsAsync(subject.Feed, setup.Events));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
            await process.DisposeAsync();
    }
}
