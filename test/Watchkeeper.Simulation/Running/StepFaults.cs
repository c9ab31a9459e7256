using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>
/// Faults at every step of a short history: an alarm begins, is told and reacted to, and ends. Each kind of fault at each step, singly,
/// and every second fault at every later step.
/// </summary>
internal static class StepFaults
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Error, FaultKind.DoneUnanswered, FaultKind.LostUnanswered, FaultKind.KillBefore, FaultKind.KillAfter,
        FaultKind.Throttle, FaultKind.DoneTwice,
    ];

    public static HistoryPlan Plan(params ReadOnlySpan<(int Step, FaultKind Kind)> faults)
    {
        var given = new Dictionary<int, FaultKind>();
        foreach (var (step, kind) in faults)
            given[step] = kind;
        return new HistoryPlan { Seed = 1, Kind = HistoryKind.Canonical, Odds = Odds.Calm, Faults = new GivenFaults(given) };
    }

    public static IEnumerable<HistoryPlan> Singles()
    {
        var steps = Fleet.Run(Plan()).FaultableSteps;
        for (var step = 0; step < steps; step++)
        {
            foreach (var kind in Kinds)
                yield return Plan((step, kind));
        }
    }

    public static IEnumerable<HistoryPlan> Pairs()
    {
        var steps = Fleet.Run(Plan()).FaultableSteps;
        for (var first = 0; first < steps; first++)
        {
            foreach (var kind in Kinds)
            {
                var later = Fleet.Run(Plan((first, kind))).FaultableSteps;
                for (var second = first + 1; second < later; second++)
                {
                    foreach (var other in Kinds)
                        yield return Plan((first, kind), (second, other));
                }
            }
        }
    }
}
