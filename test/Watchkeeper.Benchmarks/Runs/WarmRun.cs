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
        await using var processes = new WarmProcesses(setup);
        var samples = await Rounds.RunAsync(setup.Rounds, all, processes.RoundAsync);
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
}
