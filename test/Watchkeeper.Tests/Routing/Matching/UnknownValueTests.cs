using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Routing.Matching;

/// <summary>Values that no incident has are likely misspelt.</summary>
public sealed class UnknownValueTests
{
    private static readonly ImmutableArray<LabelSet> Incidents =
    [
        LabelSet.Empty.With("service", "orders").With("severity", "high"),
        LabelSet.Empty.With("service", "web"),
    ];

    [Theory]
    [InlineData("service=ordres", true)]
    [InlineData("service=orders", false)]
    [InlineData("service=~\"ord.*\"", false)]
    [InlineData("service=~\"ord\"", true)]
    [InlineData("service!=ordres", true)]
    [InlineData("service!=orders", false)]
    [InlineData("service!~\"x.*\"", true)]
    [InlineData("service!~\"o.*\"", false)]
    // Of a missing label nothing is unknown, and the label is named elsewhere.
    [InlineData("service=\"\"", false)]
    [InlineData("service!=\"\"", false)]
    [InlineData("service=~\"|x\"", false)]
    [InlineData("sevrice=orders", false)]
    public void A_value_that_does_not_occur_is_found(string matcher, bool isUnknown) =>
        Find(matcher).IsEmpty.ShouldBe(!isUnknown);

    [Fact]
    public void The_values_that_occur_are_named() =>
        Find("service=ordres, severity=high").ShouldHaveSingleItem().Known.ShouldBe(["orders", "web"]);

    private static ImmutableArray<UnknownValue> Find(string text) =>
        UnknownValue.Find(Incidents, MatcherParser.Parse(text).Matchers!.Matchers);
}
