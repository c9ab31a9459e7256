using Shouldly;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

public sealed class SchedulePromiseTests
{
    [Fact]
    public void The_promises_hold_through_random_histories()
    {
        var totals = Run(Enumerable.Range(1, 100).Select(seed => HistoryPlan.Random((ulong)seed, 200)));

        totals.Events.ShouldBeGreaterThanOrEqualTo(19_000);
        totals.Unaccounted.ShouldBe(0);
        totals.MailFeedback.ShouldBeGreaterThan(300);
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind is not FaultKind.None))
            totals.Faults[(int)kind].ShouldBeGreaterThan(100, kind.ToString());
    }

    [Fact]
    public void The_promises_hold_through_every_single_fault_at_every_step()
    {
        var totals = Run(StepFaults.Singles());

        totals.Histories.ShouldBeGreaterThan(150);
        totals.Faults.Sum().ShouldBe(totals.Histories);
    }

    [Fact]
    public void The_promises_hold_through_audits_with_wrong_clocks() => Run(WrongClocks.Create(600)).Histories.ShouldBe(600);

    // These seeds once broke a promise.
    [Theory]
    [InlineData(146, 200)]
    [InlineData(113, 1_000)]
    [InlineData(260, 1_000)]
    [InlineData(374, 1_000)]
    [InlineData(419, 1_000)]
    [InlineData(511, 1_000)]
    [InlineData(1_016, 1_000)]
    [InlineData(1_222, 1_000)]
    [InlineData(3_125, 1_000)]
    public void The_promises_hold_in_histories_that_once_broke_them(ulong seed, int events) =>
        Run([HistoryPlan.Random(seed, events)]);

    [Fact]
    public void The_promises_hold_with_clocks_twenty_minutes_apart_in_a_blackout() =>
        Run([HistoryPlan.Storm(HistoryKind.Blackouts, 570, 200)]);

    [Theory]
    [InlineData(nameof(HistoryKind.StormOfMany), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfOne), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfCalls), 500, 4)]
    [InlineData(nameof(HistoryKind.StormOfActors), 500, 4)]
    [InlineData(nameof(HistoryKind.Bursts), 100, 40)]
    [InlineData(nameof(HistoryKind.Flapping), 200, 4)]
    [InlineData(nameof(HistoryKind.Blackouts), 100, 40)]
    [InlineData(nameof(HistoryKind.Surges), 100, 40)]
    public void The_promises_hold_through_storms(string storm, int events, int seeds)
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
