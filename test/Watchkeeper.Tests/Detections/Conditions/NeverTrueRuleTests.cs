using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class NeverTrueRuleTests
{
    [Theory]
    [InlineData("FALSE")]
    [InlineData(" false ")]
    [InlineData("NOT TRUE")]
    [InlineData("NOT NOT FALSE")]
    [InlineData("ALARM(\"shop-down\") AND FALSE")]
    [InlineData("FALSE AND ALARM(shop-down)")]
    [InlineData("(ALARM(a) OR OK(b)) AND NOT (TRUE OR INSUFFICIENT_DATA(c))")]
    [InlineData("AT_LEAST(2, ALARM, (a, b, c)) AND (FALSE)")]
    [InlineData("ALARM(\"odd ) name OR TRUE\") AND FALSE")]
    public void A_rule_that_no_state_makes_true_is_found(string rule) => Is(rule).ShouldBeTrue();

    [Theory]
    [InlineData("TRUE")]
    [InlineData("ALARM(shop-down)")]
    [InlineData("ALARM(shop-down) OR FALSE")]
    [InlineData("FALSE AND FALSE OR ALARM(a)")]
    [InlineData("NOT ALARM(a)")]
    [InlineData("FALSEHOOD(a)")]
    // Unreadable: it may be true.
    [InlineData("FALSE FALSE")]
    [InlineData("(FALSE")]
    [InlineData("ALARM(a AND FALSE")]
    [InlineData("AND FALSE")]
    [InlineData("")]
    public void A_rule_that_may_be_true_is_not(string rule) => Is(rule).ShouldBeFalse();

    [Fact]
    public void A_rule_of_any_depth_is_read_without_harm()
    {
        Is(new string('(', 100_000) + "FALSE" + new string(')', 100_000)).ShouldBeFalse();
        Is(string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "FALSE").ShouldBeFalse();
        NeverTrueRule.IsMetBy(JsonElement.Parse("false")).ShouldBeFalse();
    }

    private static bool Is(string rule) => NeverTrueRule.IsMetBy(JsonElement.Parse(JsonSerializer.Serialize(rule)));
}
