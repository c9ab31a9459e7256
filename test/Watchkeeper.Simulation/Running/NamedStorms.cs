using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>What a storm that strains one thing needs beside its events: that thing in each history, and more of it.</summary>
internal static class NamedStorms
{
    public static readonly TimeSpan OutageAfter = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan OutageUntil = OutageAfter + TimeSpan.FromHours(1);

    /// <summary>The plan with all that its storm needs.</summary>
    public static HistoryPlan Prepare(HistoryPlan plan) => plan.Kind switch
    {
        HistoryKind.Silences => plan with { HasQuiet = true },
        HistoryKind.Sweeps => plan with { HasQuiet = true, Odds = Together(plan.Odds) },
        HistoryKind.Windows => plan with
        {
            HasQuiet = true,
            Begin = EdgeOfDay.For(plan.Seed).Begin,
            Odds = plan.Odds with { Skew = SkewOf(plan.Seed) },
        },
        HistoryKind.Versions => plan with { HasQuiet = true, HasVersions = true },
        HistoryKind.Outages => plan with
        {
            // The chat room has an outage of its own.
            HasChat = plan.Seed % 3 == 0,
            Odds = plan.Odds with
            {
                Outage = (plan.Seed % 3) switch
                {
                    0 => null,
                    1 => new Outage("sns.publish", OutageAfter, OutageUntil),
                    _ => new Outage("ses.send", OutageAfter, OutageUntil),
                },
            },
        },
        _ => plan,
    };

    // Each sweep comes twice at once; timers come twice, minutes late, or never.
    private static Odds Together(Odds odds) => odds with
    {
        SweepTwice = Chance.Million,
        SweepMissing = 0,
        Duplicate = 500_000,
        Loss = 250_000,
        Late = 400_000,
        Lateness = TimeSpan.FromMinutes(5),
    };

    // Clocks that agree show what the window itself does.
    private static TimeSpan SkewOf(ulong seed) => (seed / 6 % 4) switch
    {
        0 => TimeSpan.Zero,
        1 => TimeSpan.FromSeconds(10),
        2 => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromMinutes(3),
    };
}
