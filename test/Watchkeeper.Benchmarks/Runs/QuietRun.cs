using System.Globalization;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Quiet;
using Watchkeeper.Muting;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>CPU time to find what keeps an incident quiet, by the number of silences and of rules of inhibition.</summary>
internal static class QuietRun
{
    private const int WarmUps = 3;
    private const int Repetitions = 20;

    /// <param name="sizes">The numbers of silences, and of rules.</param>
    /// <param name="rounds">How often each is measured, in turn.</param>
    public static void Run(IReadOnlyList<int> sizes, int rounds)
    {
        var rows = sizes.Select(size => (World: new QuietWorld(size), Asked: new List<double>(), First: new List<double>(), Decided: new List<double>())).ToList();
        for (var round = -WarmUps; round < rounds; round++)
        {
            foreach (var (world, asked, first, decided) in rows)
            {
                var view = world.View();
                var begin = Ask(world, view, 1);
                var each = Ask(world, view, Repetitions);
                var all = Decide(world, view);
                if (round < 0)
                    continue;
                first.Add(begin);
                asked.Add(each);
                decided.Add(all);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"CPU µs for each of 1,000 incidents beside 1,000 that fire; medians of {rounds} rounds. All: with 100 routes that group\n"
                + $"{"silences and rules",18} {"with index",11} {"×",6} {"first time",11} {"all",8} {"×",6}"));
        foreach (var (world, asked, first, decided) in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{world.Size,18:n0} {Median(asked),11:f3} {Median(asked) / Median(rows[0].Asked),6:f2} {Median(first),11:f3} "
                    + $"{Median(decided),8:f3} {Median(decided) / Median(rows[0].Decided),6:f2}"));
        }
    }

    // Each incident is explained, and no silence matches its name.
    private static double Ask(QuietWorld world, SuppressionView view, int repetitions)
    {
        var (began, found) = (ProcessClock.ReadThread(), 0);
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            foreach (var incident in world.Asked)
                found += view.Of(Firing.From(incident)) is { Kind: SuppressionKind.Inhibition } ? 1 : 0;
        }

        var time = ProcessClock.ReadThread() - began;
        return found == repetitions * world.Asked.Length
            ? time.TotalMicroseconds / (repetitions * world.Asked.Length)
            : throw new BenchmarkException(FormattableString.Invariant($"{found} incidents were explained, and not each."));
    }

    private static double Decide(QuietWorld world, SuppressionView view)
    {
        var (began, found) = (ProcessClock.ReadThread(), 0);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            foreach (var change in world.Opened)
            {
                var (decision, group) = world.Decide(change, view);
                found += decision.Record is { Deliveries: [{ IsHeld: true }] } && group is not null ? 1 : 0;
            }
        }

        var time = ProcessClock.ReadThread() - began;
        return found > 0
            ? time.TotalMicroseconds / (Repetitions * world.Opened.Length)
            : throw new BenchmarkException("No change was decided.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
