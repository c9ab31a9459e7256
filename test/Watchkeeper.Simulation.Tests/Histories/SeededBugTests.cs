using Shouldly;
using Watchkeeper.Simulation.Bugs;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

/// <summary>Tests the simulator: a bug put in on purpose breaks a promise.</summary>
public sealed class SeededBugTests
{
    public static TheoryData<string> Names => [.. BugCatalogue.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seeded_bug_is_found_within_20_000_events(string name)
    {
        var result = Hunt.Random(BugCatalogue.All.Single(bug => bug.Name == name));

        result.Invariant.ShouldNotBeNull(result.About(name));
        TestContext.Current.TestOutputHelper?.WriteLine(result.About(name));
    }
}
