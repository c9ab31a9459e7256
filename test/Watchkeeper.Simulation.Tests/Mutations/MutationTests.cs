using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Simulation.Bugs.Mutations;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Mutations;

/// <summary>
/// The mutations of the option <c>--mutations</c> fit the current code. Only that command proves that each is found, because this
/// takes one build for each.
/// </summary>
public sealed class MutationTests
{
    private static readonly Clone Here = Clone.Find();
    private static readonly ImmutableArray<Mutation> All = Mutation.ReadAll(Here);
    private static readonly ProductSources Sources = ProductSources.Read(Here.Root);

    public static TheoryData<string> Names => [.. All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mutation_fits_the_sources_and_leaves_them_well_formed(string name)
    {
        var changed = All.Single(mutation => mutation.Name == name).Apply(Sources);

        changed.ShouldNotBeEmpty();
        foreach (var file in changed)
        {
            file.IsWellFormed.ShouldBeTrue();
            var before = File.ReadAllText(Here.PathOf(file.Path));
            Fragment.Parse(file.Text).IsSameCode(Fragment.Parse(before)).ShouldBeFalse();
        }
    }

    [Fact]
    public void There_are_enough_mutations() => Names.Count.ShouldBeGreaterThanOrEqualTo(135);

    [Fact]
    public void No_two_make_the_same_mistake() =>
        All.SelectMany(mutation => mutation.Apply(Sources)).Select(file => file.Text).ShouldBeUnique();
}
