using Shouldly;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Compares the product with amtool.</summary>
internal static class ExpressionCases
{
    private const int PackSize = 100;

    // Go takes these, and the product does not.
    private static readonly string[] Deviations = [") has no ( before it", "the expression is too large", "nest more than"];

    /// <summary>
    /// Fails where a result differs, or where only one of both refuses an expression without being expected to. Gives how often
    /// what
    /// was seen.
    /// </summary>
    public static ExpressionSums ShouldAgree(this IReadOnlyList<ExpressionCase> cases)
    {
        var (accepted, sums) = (new List<ExpressionCase>(), new ExpressionSums());
        foreach (var each in cases)
        {
            if (each.AskProduct(out var reason) is not null)
            {
                accepted.Add(each);
            }
            else if (ExpressionCase.AskAmtool([each]) is null)
            {
                sums.Refused++;
            }
            else
            {
                sums.Deviating++;
                Deviations.ShouldContain(known => reason.Contains(known),
                    $"refused: {reason}\n{YamlText.Quote(each.Expression)}");
            }
        }

        foreach (var pack in accepted.Chunk(PackSize))
            CompareResults(pack, sums);
        return sums;
    }

    private static void CompareResults(ExpressionCase[] pack, ExpressionSums sums)
    {
        if (ExpressionCase.AskAmtool(pack) is not { } answers)
        {
            var refused = pack.Where(each => ExpressionCase.AskAmtool([each]) is null).Select(each => YamlText.Quote(each.Expression));
            throw new ShouldAssertException($"only amtool refuses {string.Join('\n', refused)}");
        }

        var different = new List<string>();
        foreach (var (each, answer) in pack.Zip(answers))
        {
            foreach (var (value, ours, theirs) in each.Values.Zip(each.AskProduct(out _)!, answer))
            {
                if (ours != theirs)
                    different.Add($"{YamlText.Quote(each.Expression)} on {YamlText.Quote(value)}: {ours} and in amtool {theirs}");
                sums.Matches += ours ? 1 : 0;
                sums.Others += ours ? 0 : 1;
            }
        }

        different.ShouldBeEmpty();
    }
}

/// <summary>How often what was seen.</summary>
internal sealed record ExpressionSums
{
    /// <summary>Expressions that both refuse.</summary>
    public int Refused { get; set; }

    /// <summary>Expressions that only the product refuses.</summary>
    public int Deviating { get; set; }

    /// <summary>Values that match.</summary>
    public int Matches { get; set; }

    /// <summary>Values that do not.</summary>
    public int Others { get; set; }
}
