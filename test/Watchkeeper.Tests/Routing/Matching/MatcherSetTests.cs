using Shouldly;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Routing.Matching;

public class MatcherSetTests
{
    private static readonly LabelSet[] Incidents =
    [
        Labels(("service", "order"), ("severity", "high")),
        Labels(("service", "order"), ("severity", "low"), ("shop", "1")),
        Labels(("service", "payment"), ("severity", "critical")),
    ];

    [Theory]
    [InlineData("", 3)]
    [InlineData("service=order", 2)]
    [InlineData("service=order,severity=high", 1)]
    [InlineData("service=order,severity=critical", 0)]
    [InlineData("service=order,service=payment", 0)]
    [InlineData("service=~\"order|payment\",shop=\"\"", 2)]
    public void All_matchers_must_match(string text, int matched)
    {
        var matchers = Parse(text);

        Incidents.Count(matchers.Matches).ShouldBe(matched);
        matchers.Count(Incidents).Matched.ShouldBe(matched);
    }

    [Fact]
    public void The_counts_tell_which_matcher_left_nothing()
    {
        var counts = Parse("service=order,severity=critical,shop=1").Count(Incidents);

        counts.Total.ShouldBe(3);
        counts.Matchers.Select(count => $"{count.Matcher}: {count.Left}")
            .ShouldBe(["service=\"order\": 2", "severity=\"critical\": 0", "shop=\"1\": 0"]);
        Parse("").Count(Incidents).ShouldSatisfyAllConditions(
            none => none.Total.ShouldBe(3), none => none.Matched.ShouldBe(3), none => none.Matchers.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("sevrity!=low", "sevrity")]
    [InlineData("sevrity=high,service=x,Shop=1,sevrity=low", "sevrity,Shop")]
    [InlineData("shop=2,severity=x", "")]
    [InlineData("", "")]
    public void A_label_that_nothing_has_is_likely_a_typing_error(string text, string unknown)
    {
        var labels = Parse(text).FindUnknownLabels(Incidents);

        string.Join(',', labels.Names).ShouldBe(unknown);
        labels.Known.ShouldBe(["service", "severity", "shop"]);
    }

    [Fact]
    public void Among_nothing_no_label_is_unknown() => Parse("sevrity=low").FindUnknownLabels([]).Names.ShouldBeEmpty();

    private static MatcherSet Parse(string text) => MatcherParser.Parse(text).Matchers.ShouldNotBeNull();

    private static LabelSet Labels(params (string Name, string Value)[] labels) =>
        LabelSet.From(labels.Select(label => KeyValuePair.Create(label.Name, label.Value)));
}
