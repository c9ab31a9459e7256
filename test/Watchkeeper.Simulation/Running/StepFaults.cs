using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>
/// Faults at every step of two short histories. In one an alarm fires, is notified, gets a reaction and ends; in the other a
/// finding is flagged, suppressed and resolved. Each kind of fault at each step alone; for the alarm also every second fault at
/// every later step.
/// </summary>
internal static class StepFaults
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Error, FaultKind.DoneUnanswered, FaultKind.LostUnanswered, FaultKind.KillBefore, FaultKind.KillAfter,
        FaultKind.Throttle, FaultKind.DoneTwice,
    ];

    public static IEnumerable<HistoryPlan> Singles() => Singles(HistoryKind.Canonical).Concat(Singles(HistoryKind.Audited));

    public static IEnumerable<HistoryPlan> Pairs()
    {
        var steps = Fleet.Run(Plan(HistoryKind.Canonical)).FaultableSteps;
        for (var first = 0; first < steps; first++)
        {
            foreach (var kind in Kinds)
            {
                var later = Fleet.Run(Plan(HistoryKind.Canonical, (first, kind))).FaultableSteps;
                for (var second = first + 1; second < later; second++)
                {
                    foreach (var other in Kinds)
                        yield return Plan(HistoryKind.Canonical, (first, kind), (second, other));
                }
            }
        }
    }

    private static IEnumerable<HistoryPlan> Singles(HistoryKind history)
    {
        var steps = Fleet.Run(Plan(history)).FaultableSteps;
        for (var step = 0; step < steps; step++)
        {
            foreach (var kind in Kinds)
                yield return Plan(history, (step, kind));
        }
    }

    private static HistoryPlan Plan(HistoryKind history, params ReadOnlySpan<(int Step, FaultKind Kind)> faults)
    {
        var given = new Dictionary<int, FaultKind>();
        foreach (var (step, kind) in faults)
            given[step] = kind;
        return new HistoryPlan { Seed = 1, Kind = history, Odds = Odds.Calm, Faults = new GivenFaults(given) };
    }
}
