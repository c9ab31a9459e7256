using Shouldly;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

public sealed class HistorySeedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(146)]
    public void One_seed_gives_the_same_history_twice(ulong seed)
    {
        var (one, other) = (Trace(seed), Trace(seed));

        other.Lines.ShouldBe(one.Lines);
        other.Hash.ShouldBe(one.Hash);
        one.Lines.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_trace_changes_nothing_in_the_history() =>
        Fleet.Run(HistoryPlan.Random(3, 100)).Hash.ShouldBe(Trace(3).Hash);

    [Fact]
    public void Another_seed_gives_another_history() => Trace(1).Hash.ShouldNotBe(Trace(2).Hash);

    // Pinned, since a seed must give the same history on every machine. Only a change of the product or of the simulation may
    // change it.
    [Fact]
    public void The_history_of_seed_1_is_known() => Trace(1).Hash.ShouldBe(0x471374eb50490561UL);

    [Fact]
    public void The_random_generator_gives_known_numbers()
    {
        var chance = new Chance(1);

        ((ulong[])[chance.Next(), chance.Next(), chance.Next()])
            .ShouldBe([0xb3f2af6d0fc710c5, 0x853b559647364cea, 0x92f89756082a4514]);
    }

    private static (IReadOnlyList<string> Lines, ulong Hash) Trace(ulong seed)
    {
        var lines = new List<string>();
        return (lines, Fleet.Run(HistoryPlan.Random(seed, 100), lines.Add).Hash);
    }
}
