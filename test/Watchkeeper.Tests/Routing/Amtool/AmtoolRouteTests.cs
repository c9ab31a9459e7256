using System.Globalization;
using Shouldly;
using Xunit;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>
/// Random trees and labels give the receivers that <c>amtool config routes test</c> of Alertmanager 0.25 gives. Environment
/// variables run more: <c>WATCHKEEPER_AMTOOL_PAIRS=10000 WATCHKEEPER_AMTOOL_SEED=7</c>.
/// </summary>
public class AmtoolRouteTests
{
    // So many trees in one configuration, to start fewer processes.
    private const int PackSize = 200;

    [Fact]
    public void Random_trees_and_labels_give_the_receivers_that_amtool_gives()
    {
        var (pairs, seed) = (Number("WATCHKEEPER_AMTOOL_PAIRS", 1_000), Number("WATCHKEEPER_AMTOOL_SEED", 1));
        var (several, repeated, nested) = (0, 0, 0);
        var generator = new TreeGenerator(seed);
        for (var done = 0; done < pairs; done += PackSize)
        {
            var cases = Enumerable.Range(0, PackSize).Select(_ => generator.Next()).ToList();
            var answers = TreeCase.AskAmtool(cases);
            foreach (var (tree, answer) in cases.Zip(answers))
            {
                if (!Agrees(tree, answer))
                    Fail(tree, seed);
                several += answer.Length > 1 ? 1 : 0;
                repeated += answer.Distinct().Count() < answer.Length ? 1 : 0;
                nested += answer is ["red"] ? 0 : 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pairs} pairs, seed {seed}: {several} with several receivers, {repeated} with repeats, {nested} beyond the root");
        (several, repeated, nested).ShouldSatisfyAllConditions(
            counts => counts.several.ShouldBeGreaterThan(pairs / 10),
            counts => counts.repeated.ShouldBeGreaterThan(pairs / 40),
            counts => counts.nested.ShouldBeGreaterThan(pairs / 4));
    }

    [Fact]
    public void Many_trees_in_one_configuration_give_the_same_as_each_alone()
    {
        var generator = new TreeGenerator(seed: 42);
        var cases = Enumerable.Range(0, 40).Select(_ => generator.Next()).ToList();

        foreach (var (tree, answer) in cases.Zip(TreeCase.AskAmtool(cases)))
            tree.AskAmtool().ShouldBe(answer, tree.ToString());
    }

    private static bool Agrees(TreeCase tree, string[]? answer)
    {
        var (byMatch, byTrace) = tree.AskProduct();
        return answer is not null && byMatch.SequenceEqual(answer) && byTrace.SequenceEqual(answer);
    }

    private static void Fail(TreeCase tree, int seed)
    {
        var smallest = tree.Shrink(smaller => smaller.AskAmtool() is { } answer && !Agrees(smaller, answer));
        var (byMatch, byTrace) = smallest.AskProduct();
        Assert.Fail($"""
            seed {seed}
            {smallest}
            amtool:  {string.Join(',', smallest.AskAmtool() ?? [])}
            product: {string.Join(',', byMatch)}
            traced:  {string.Join(',', byTrace)}
            """);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
