using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>
/// Audits by processes whose clocks are minutes wrong, each by another error: in order; and in any order beside notifications,
/// some of which are lost, also while processes die.
/// </summary>
internal static class WrongClocks
{
    public static HistoryPlan Create(ulong seed) => new()
    {
        Seed = seed,
        Kind = seed % 4 == 0 ? HistoryKind.Audited : HistoryKind.AuditedAnyhow,
        Odds = Odds.Calm with
        {
            Skew = TimeSpan.FromMinutes(10),
            Recycle = 500_000,
            Unnotified = 300_000,
            OldResult = 300_000,
            Kill = seed % 4 == 1 ? 100_000 : 0,
        },
    };

    public static IEnumerable<HistoryPlan> Create(int seeds) => Enumerable.Range(1, seeds).Select(seed => Create((ulong)seed));
}
