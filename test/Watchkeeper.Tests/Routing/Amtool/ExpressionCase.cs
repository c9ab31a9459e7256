using System.Text;
using Watchkeeper.Routing.Expressions;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>An expression and values to try it on.</summary>
internal sealed record ExpressionCase(string Expression, string[] Values)
{
    /// <summary>What the product answers for each value; null with the reason if it refuses the expression.</summary>
    public bool[]? AskProduct(out string reason)
    {
        var compiled = ValueExpression.Compile(Expression, out reason);
        return compiled is null ? null : [.. Values.Select(compiled.IsMatch)];
    }

    /// <summary>What amtool answers for each value of each case; null if it refuses one of the expressions.</summary>
    public static IReadOnlyList<bool[]>? AskAmtool(IReadOnlyList<ExpressionCase> cases)
    {
        var yaml = new StringBuilder("route:\n  receiver: none\n  routes:\n");
        var labels = new List<string>();
        var receivers = new List<string> { "none" };
        for (var at = 0; at < cases.Count; at++)
        {
            for (var number = 0; number < cases[at].Values.Length; number++)
            {
                var name = Name(at, number);
                var expression = YamlText.Quote(cases[at].Expression);
                yaml.Append($"  - {{receiver: {name}, continue: true, match_re: {{{name}: {expression}}}}}\n");
                labels.Add(AmtoolProcess.Label(name, cases[at].Values[number]));
                receivers.Add(name);
            }
        }

        var answer = AmtoolProcess.Ask(yaml.Append(YamlText.Receivers(receivers)).ToString(), labels);
        if (answer.Receivers is null && !answer.Error.Contains("error parsing regexp"))
            throw new InvalidOperationException(answer.Error);
        var taken = answer.Receivers?.ToHashSet(StringComparer.Ordinal);
        return taken is null ? null : [.. cases.Select((each, at) => each.Answers(taken, at))];
    }

    private bool[] Answers(HashSet<string> taken, int at) =>
        [.. Values.Select((_, number) => taken.Contains(Name(at, number)))];

    private static string Name(int at, int number) => $"e{at}_{number}";
}
