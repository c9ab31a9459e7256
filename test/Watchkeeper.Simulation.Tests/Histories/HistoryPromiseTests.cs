using Shouldly;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

public sealed class Promises_hold
{
    [Fact]
    public void Through_random_histories()
    {
        var totals = Run(Enumerable.Range(1, 100).Select(seed => HistoryPlan.Random((ulong)seed, 200)));

        totals.Events.ShouldBeGreaterThanOrEqualTo(19_000);
        totals.Unaccounted.ShouldBe(0);
        totals.MailNews.ShouldBeGreaterThan(300);
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind is not FaultKind.None))
            totals.Faults[(int)kind].ShouldBeGreaterThan(100, kind.ToString());
    }

    [Fact]
    public void Through_every_single_fault_at_every_step()
    {
        var totals = Run(StepFaults.Singles());

        totals.Histories.ShouldBeGreaterThan(150);
        totals.Faults.Sum().ShouldBe(totals.Histories);
    }

    [Fact]
    public void Through_audits_by_clocks_that_are_wrong() => Run(WrongClocks.Of(600)).Histories.ShouldBe(600);

    // From the outcomes of seeds that once broke a promise.
    [Theory]
    [InlineData(146, 200)]
    [InlineData(113, 1_000)]
    [InlineData(260, 1_000)]
    [InlineData(511, 1_000)]
    [InlineData(1_016, 1_000)]
    [InlineData(1_222, 1_000)]
    [InlineData(3_125, 1_000)]
    public void Where_they_once_did_not(ulong seed, int events) => Run([HistoryPlan.Random(seed, events)]);

    [Fact]
    public void Where_clocks_are_twenty_minutes_apart_in_a_blackout() => Run([HistoryPlan.Storm(HistoryKind.Blackouts, 570, 200)]);

    [Theory]
    [InlineData(nameof(HistoryKind.StormOfMany), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfOne), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfCalls), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfActors), 500, 4)]
    [InlineData(nameof(HistoryKind.Flapping), 200, 4)]
    [InlineData(nameof(HistoryKind.Blackouts), 100, 40)]
    [InlineData(nameof(HistoryKind.Surges), 100, 40)]
    public void Through_storms(string storm, int events, int seeds)
    {
        var kind = Enum.Parse<HistoryKind>(storm);

        Run(Enumerable.Range(1, seeds).Select(seed => HistoryPlan.Storm(kind, (ulong)seed, events))).Histories.ShouldBe(seeds);
    }

    private static Totals Run(IEnumerable<HistoryPlan> plans)
    {
        var totals = new Totals();
        HistoryResult? broken = null;
        Fleet.Run(plans, Environment.ProcessorCount, result =>
        {
            totals.Add(result.Totals);
            broken ??= result.Breach is null ? null : result;
            return broken is null;
        });
        broken?.Breach.ShouldBeNull($"seed {broken.Plan.Seed}");
        return totals;
    }
}
