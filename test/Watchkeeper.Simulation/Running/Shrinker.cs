using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>
/// Shrinks a failing history: omits the time after the failure, then events, then faults, as long as the same promise breaks.
/// </summary>
internal sealed class Shrinker(HistoryResult failure, int mostRuns)
{
    private readonly string broken = failure.Breach!.Invariant;
    private HistoryResult best = failure;
    private int runs;

    public HistoryResult Run()
    {
        LeaveOutEvents();
        LeaveOutFaults();
        LeaveOutOdds();
        LeaveOutEvents();
        return best;
    }

    private void LeaveOutEvents()
    {
        var count = Plans.For(best.Plan.Kind, best.Plan.Events, best.Plan.Begin, best.Plan.Seed).Length;
        var left = Enumerable.Range(0, count).Where(i => !(best.Plan.Without?.Contains(i) ?? false)).ToList();
        LeaveOut(left, kept => best.Plan with { Without = Enumerable.Range(0, count).Except(kept).ToHashSet() });
    }

    // From now on faults are at given steps, so that each can be omitted alone.
    private void LeaveOutFaults() => LeaveOut(
        [.. best.Faults],
        kept => best.Plan with { Faults = new GivenFaults(kept.ToDictionary(fault => fault.Step, fault => fault.Kind)) });

    private void LeaveOutOdds()
    {
        Func<Odds, Odds>[] quieter =
        [
            odds => odds with { Duplicate = 0 }, odds => odds with { QueueDuplicate = 0 }, odds => odds with { Loss = 0 },
            odds => odds with { Late = 0 }, odds => odds with { LambdaThrottle = 0 }, odds => odds with { Replay = 0 },
            odds => odds with { Garbled = 0 }, odds => odds with { Poison = 0 }, odds => odds with { SweepTwice = 0 },
            odds => odds with { SweepMissing = 0 }, odds => odds with { Denied = 0 }, odds => odds with { Recycle = 0 },
            odds => odds with { Skew = TimeSpan.Zero }, odds => odds with { Outage = null },
        ];
        foreach (var quiet in quieter)
            Try(best.Plan with { Odds = quiet(best.Plan.Odds) });
    }

    private void LeaveOut<T>(List<T> all, Func<List<T>, HistoryPlan> plan)
    {
        for (var size = Math.Max(1, all.Count / 2); size >= 1; size /= 2)
        {
            for (var from = 0; from < all.Count && runs < mostRuns;)
            {
                List<T> kept = [.. all.Take(from), .. all.Skip(from + size)];
                if (Try(plan(kept)))
                    all = kept;
                else
                    from += size;
            }
        }
    }

    private bool Try(HistoryPlan plan)
    {
        runs++;
        var result = Fleet.Run(plan);
        if (result.Breach?.Invariant != broken)
            return false;
        best = result;
        return true;
    }
}
