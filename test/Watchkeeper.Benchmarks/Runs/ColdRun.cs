using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Process start to answer, once in each process.</summary>
internal static class ColdRun
{
    public static async Task RunAsync(Setup setup)
    {
        var subjects = setup.Subjects;
        Subject[] others =
            [.. subjects.Others.SelectMany(other => new[] { other.Alarm, other.Trail, other.Notify, other.React, other.Sweep })];
        Subject[] all =
        [
            subjects.Bare, subjects.Alarm, subjects.Trail, subjects.Notify, subjects.React, subjects.Sweep, subjects.AlarmJit,
            subjects.NotifyJit, subjects.Python, .. others,
        ];
        var samples = await Rounds.RunAsync(setup.Rounds, all, subject => Rounds.StartAsync(setup, subject));
        var bare = samples[subjects.Bare];
        ResultTable.Print(
            $"Cold start: process start to answer. Medians of {setup.Rounds} rounds; × is beside the bare "
                + "handler, which does both jobs",
            [
                bare,
                samples[subjects.Alarm],
                samples[subjects.Notify],
                Sample.Sum("both functions", samples[subjects.Alarm], samples[subjects.Notify]),
                samples[subjects.Trail],
                samples[subjects.React],
                samples[subjects.Sweep],
                samples[subjects.AlarmJit],
                samples[subjects.NotifyJit],
                Sample.Sum("both functions under the JIT", samples[subjects.AlarmJit], samples[subjects.NotifyJit]),
                samples[subjects.Python],
                .. others.Select(other => samples[other]),
            ],
            _ => bare);
    }
}
