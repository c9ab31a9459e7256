using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Events through started processes, one event an invocation.</summary>
internal static class WarmRun
{
    public static async Task RunAsync(Setup setup)
    {
        var subjects = setup.Subjects;
        Subject[] others = [.. subjects.Others.SelectMany(other => new[] { other.Alarm, other.Notify })];
        Subject[] all = [subjects.Bare, subjects.Alarm, subjects.Notify, subjects.Python, .. others];
        var processes = new Dictionary<Subject, MeasuredProcess>();
        try
        {
            var samples = await Rounds.RunAsync(setup.Rounds, all, subject => RoundAsync(setup, subject, processes));
            var bare = samples[subjects.Bare];
            ResultTable.Print(
                $"Warm: for one event of {setup.Events}, each an invocation. Medians of {setup.Rounds} rounds; × "
                    + "is beside the bare handler",
                [
                    bare,
                    samples[subjects.Alarm],
                    samples[subjects.Notify],
                    Sample.Sum("both functions", samples[subjects.Alarm], samples[subjects.Notify]),
                    samples[subjects.Python],
                    .. others.Select(other => samples[other]),
                ],
                _ => bare);
        }
        finally
        {
            foreach (var process in processes.Values)
                await process.DisposeAsync();
        }
    }

    private static async Task<Usage> RoundAsync(Setup setup, Subject subject, Dictionary<Subject, MeasuredProcess> processes)
    {
        if (!processes.TryGetValue(subject, out var process))
        {
            var first = await setup.PayloadsAsync(subject.Feed, 1);
            (process, _) = await MeasuredProcess.StartAsync(subject, first[0]);
            processes[subject] = process;
        }

        return await process.InvokeAsync(await setup.PayloadsAsync(subject.Feed, setup.Events));
    }
}
