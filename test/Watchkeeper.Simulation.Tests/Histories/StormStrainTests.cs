using Shouldly;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

/// <summary>Storms that strain one thing: it happens in them, and the promises hold.</summary>
public sealed class StormStrainTests
{
    // As many as there are nights and days of windows.
    private const int Seeds = 6;

    [Theory]
    [InlineData(
        nameof(HistoryKind.Silences), nameof(Strain.SilenceEnded), nameof(Strain.SilencesOverlapped), nameof(Strain.SilenceExtended),
        nameof(Strain.SilenceCutShort))]
    [InlineData(nameof(HistoryKind.Sweeps), nameof(Strain.SweptAtOnce), nameof(Strain.TimerAmiss))]
    [InlineData(
        nameof(HistoryKind.Windows), nameof(Strain.WindowEnded), nameof(Strain.ClockPutBetween), nameof(Strain.BesideAnEdge))]
    [InlineData(nameof(HistoryKind.Versions), nameof(Strain.VersionBetween))]
    [InlineData(nameof(HistoryKind.Outages), nameof(Strain.SentAfterOutage))]
    public void A_storm_strains_what_it_is_named_for_and_the_promises_hold(string storm, params string[] strains)
    {
        var kind = Enum.Parse<HistoryKind>(storm);
        var totals = new Totals();
        var broken = new List<string>();

        Fleet.Run(
            Enumerable.Range(1, Seeds).Select(seed => HistoryPlan.Storm(kind, (ulong)seed, 100)), Environment.ProcessorCount, result =>
            {
                totals.Add(result.Totals);
                if (result.Breach is { } breach)
                    broken.Add($"seed {result.Plan.Seed}: {breach}");
                return true;
            });

        broken.ShouldBeEmpty();
        totals.Histories.ShouldBe(Seeds);
        foreach (var strain in strains)
            totals.Strains[(int)Enum.Parse<Strain>(strain)].ShouldBeGreaterThanOrEqualTo(3, strain);
    }

    // What a version no longer groups was told though it was over; what began anew while a sweep looked was given up.
    [Theory]
    [InlineData(nameof(HistoryKind.Versions), 2)]
    [InlineData(nameof(HistoryKind.Sweeps), 9)]
    public void The_promises_hold_in_storms_that_once_broke_them(string storm, ulong seed) =>
        Fleet.Run(HistoryPlan.Storm(Enum.Parse<HistoryKind>(storm), seed, 200)).Breach.ShouldBeNull();
}
