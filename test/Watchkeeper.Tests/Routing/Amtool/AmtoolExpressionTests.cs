using System.Globalization;
using System.Reflection;
using Shouldly;
using Watchkeeper.Tests.Routing.Expressions;
using Xunit;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>
/// A regular expression gives the result that it gives in Alertmanager 0.25, or both refuse it. Environment variables run more:
/// <c>WATCHKEEPER_AMTOOL_EXPRESSIONS=20000 WATCHKEEPER_AMTOOL_SEED=7</c>.
/// </summary>
public class AmtoolExpressionTests
{
    private static readonly string[] Values =
    [
        "", "a", "b", "ab", "aa", "a\nb", "A", "k", "警", "🔥",
        "a🔥b", "x41", "0", "_", "-", "\\", "[", "(",
    ];

    [Fact]
    public void Random_expressions_give_the_results_of_amtool()
    {
        var (count, seed) = (Number("WATCHKEEPER_AMTOOL_EXPRESSIONS", 2_000), Number("WATCHKEEPER_AMTOOL_SEED", 1));
        var generator = new ExpressionGenerator(seed);
        var sums = Enumerable.Range(0, count).Select(_ => generator.Next()).ToList().ShouldAgree();

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} expressions, seed {seed}: {sums}");
        sums.Refused.ShouldBeGreaterThan(count / 20);
        sums.Matches.ShouldBeGreaterThan(count / 2);
        sums.Others.ShouldBeGreaterThan(count);
    }

    [Fact]
    public void Chosen_expressions_give_the_results_of_amtool()
    {
        // No argument of a command holds a NUL.
        var cases = ValueExpressionTests.Cases.Select(each => new ExpressionCase(
            each.Key, [.. each.Value.Matching.Concat(each.Value.Others).Concat(Values).Where(value => !value.Contains('\0'))]));

        var sums = cases.ToList().ShouldAgree();

        (sums.Refused, sums.Deviating).ShouldBe((0, 0));
    }

    [Fact]
    public void What_is_refused_is_refused_by_amtool()
    {
        var refused = typeof(ValueExpressionRefusalTests)
            .GetMethod(nameof(ValueExpressionRefusalTests.What_is_wrong_or_not_in_RE2_is_refused_by_name))!
            .GetCustomAttributes<InlineDataAttribute>().Select(data => new ExpressionCase((string)data.Data[0]!, ["a"])).ToList();

        refused.ShouldAgree().Refused.ShouldBe(refused.Count);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
