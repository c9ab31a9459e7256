using System.Collections.Immutable;
using Watchkeeper.Routing;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Random trees and labels; few labels and values, so that most matchers decide something.</summary>
internal sealed class TreeGenerator(int seed)
{
    private const int MaxDepth = 5;

    private static readonly string[] Names = ["a", "b", "severity", "_x1"];
    private static readonly string[] Receivers = ["red", "green", "blue", "on call", "警报", ""];

    private static readonly string[] Values =
    [
        "", "x", "y", "xy", "X", "high", "critical", "x,y", "say \"x\"", @"\d", @"a\nb", "a\nb", "é", "警", "🔥", "a b", " x", "x ",
        "\t", "{x}", "=~x", "a.b", "axb", "5", "\u2028", "ſ", "}", "\\",
    ];

    private static readonly string[] Expressions =
    [
        "x|y", "high|critical", ".*", ".+", "", "x|", "|x|x", "[xy]+", "(?i)X", "(?i)s", @"\d+", "é+", @"a\.b", "a.b", "(?s)a.b",
        "x{1,2}",
        @"\w", @"\W+", "🔥?", "^x", "y$", "[^x]", @"\\d", "a,b|x,y", "x.*|say.*", "(x)(y)?", @"\s*x\s*", "\\pL", "a\nb", "{x}",
        "\"?x",
    ];

    private readonly Random random = new(seed);

    /// <summary>The next tree with labels.</summary>
    public TreeCase Next()
    {
        var root = Node(0) with { Receiver = Receivers[0], Conditions = [] };
        var labels = Names.Where(_ => random.Next(4) > 0).ToImmutableSortedDictionary(name => name, _ => Pick(Values));
        return new(root with { Continue = false }, labels);
    }

    private TreeNode Node(int depth)
    {
        var children = depth == MaxDepth ? 0 : random.Next(10) == 0 ? random.Next(5, 13) : random.Next(0, 4);
        return new(
            random.Next(3) == 0 ? null : Pick(Receivers),
            random.Next(5) < 2,
            Conditions(),
            [.. Enumerable.Range(0, children).Select(_ => Node(children > 4 ? MaxDepth : depth + 1))]);
    }

    private ImmutableList<Condition> Conditions()
    {
        var conditions = ImmutableList<Condition>.Empty;
        for (var left = random.Next(5) switch { 0 => 0, < 4 => 1, _ => 2 }; left > 0; left--)
        {
            var @operator = random.Next(8) switch
            {
                < 4 => MatchOperator.Equal,
                < 6 => MatchOperator.Regex,
                6 => MatchOperator.NotEqual,
                _ => MatchOperator.NotRegex,
            };
            var isRegex = @operator is MatchOperator.Regex or MatchOperator.NotRegex;
            var (name, value) = (Pick(Names), Pick(isRegex ? Expressions : Values));
            var form = Form(@operator, value);
            if (!conditions.Exists(other => other.Label == name && other.Form is MatcherForm.Deprecated))
                conditions = conditions.Add(new(name, @operator, value, form));
        }

        return conditions;
    }

    // Without quotes, only what the grammar takes for the same value.
    private MatcherForm Form(MatchOperator @operator, string value) => random.Next(4) switch
    {
        0 when @operator is MatchOperator.Equal or MatchOperator.Regex => MatcherForm.Deprecated,
        1 when value.Trim() == value && !value.AsSpan().ContainsAny("\"},") && !value.Contains(@"\\") && !value.Contains(@"\n") =>
            MatcherForm.Bare,
        2 => MatcherForm.Braced,
        _ => MatcherForm.Quoted,
    };

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
