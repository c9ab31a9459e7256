using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>
/// Functions under an applied version of 200 lines, each beside itself without any version, which looks for one all the same.
/// </summary>
internal static class VersionRun
{
    /// <summary>Process start to answer, and then events through started processes.</summary>
    public static async Task RunAsync(Setup setup)
    {
        var subjects = setup.Subjects;
        (Subject None, Subject Applied)[] cold =
        [
            .. new[] { subjects.Alarm, subjects.Notify, subjects.Trail, subjects.Sweep }
                .Concat(subjects.Others.SelectMany(other => new[] { other.Alarm, other.Notify, other.Trail, other.Sweep }))
                .Select(subject => (subject, Applied(subject))),
        ];
        Print(
            $"Cold start with a version of 200 lines. Medians of {setup.Rounds} rounds; × is beside no version",
            cold,
            await Rounds.RunAsync(setup.Rounds, All(cold), subject => Rounds.StartAsync(setup, subject)));

        (Subject None, Subject Applied)[] warm = [.. cold.Where(pair => pair.None.Feed is not Feed.Tick)];
        await using var processes = new WarmProcesses(setup);
        Print(
            $"Warm with a version of 200 lines: for one event of {setup.Events}. Medians of {setup.Rounds} rounds; × is "
                + "beside no version",
            warm,
            await Rounds.RunAsync(setup.Rounds, All(warm), processes.RoundAsync));
    }

    private static Subject Applied(Subject subject) => subject with { Name = "… with the version", HasVersion = true };

    private static Subject[] All((Subject None, Subject Applied)[] pairs) =>
        [.. pairs.SelectMany(pair => new[] { pair.None, pair.Applied })];

    private static void Print(string title, (Subject None, Subject Applied)[] pairs, Dictionary<Subject, Sample> samples)
    {
        var standards = pairs.SelectMany(pair => new[] { (pair.None, Standard: pair.None), (pair.Applied, Standard: pair.None) })
            .ToDictionary(each => samples[each.Item1], each => samples[each.Standard]);
        ResultTable.Print(title, [.. All(pairs).Select(subject => samples[subject])], sample => standards[sample]);
    }
}
