using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>All invariants, in the order in which they are asked.</summary>
internal static class InvariantSet
{
    public static ImmutableArray<Invariant> Fresh() =>
    [
        new Conservation(),
        new AnswersAreTrue(),
        new OneOpenIncident(),
        new VersionsByOne(),
        new NewestStateWins(),
        new AuditsAgree(),
        new DuplicatesChangeNothing(),
        new ToldAtLeastOnce(),
        new ToldOnce(),
        new SendLogIsTrue(),
        new ActedOnce(),
        new WithinGuardRails(),
        new SmallAndCoolRows(),
        new QuietEnds(),
        new OneCheckpoint(),
        new GivenUpAlone(),
    ];
}
