using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Routing;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>A node of a generated tree.</summary>
internal sealed record TreeNode(
    string? Receiver, bool Continue, ImmutableList<Condition> Conditions, ImmutableList<TreeNode> Children)
{
    /// <summary>The names of all receivers in the tree.</summary>
    public IEnumerable<string> Receivers =>
        Children.SelectMany(child => child.Receivers).Concat(Receiver is { Length: > 0 } own ? [own] : []).Distinct();

    /// <summary>Number of nodes.</summary>
    public int Count => 1 + Children.Sum(child => child.Count);

    /// <summary>The tree as the product has it; the prefix is before each label and each receiver.</summary>
    public Route ToRoute(string prefix) => new()
    {
        Receiver = Receiver is { Length: > 0 } ? prefix + Receiver : Receiver,
        Continue = Continue,
        Matchers = [.. Conditions.Select(condition => condition.ToMatcher(prefix))],
        Routes = [.. Children.Select(child => child.ToRoute(prefix))],
    };

    /// <summary>The tree as YAML.</summary>
    public void Write(StringBuilder yaml, string prefix, string indent)
    {
        if (Receiver is not null)
            yaml.Append($"{indent}receiver: {YamlText.Quote(Receiver.Length > 0 ? prefix + Receiver : "")}\n");
        yaml.Append($"{indent}continue: {(Continue ? "true" : "false")}\n");
        WriteDeprecated(yaml, prefix, $"{indent}match: ", MatchOperator.Equal);
        WriteDeprecated(yaml, prefix, $"{indent}match_re: ", MatchOperator.Regex);
        var texts = Conditions.Where(condition => condition.Form is not MatcherForm.Deprecated)
            .Select(condition => YamlText.Quote(condition.Text(prefix)));
        yaml.Append($"{indent}matchers: [{string.Join(", ", texts)}]\n");
        if (Children.Count > 0)
            yaml.Append($"{indent}routes:\n");
        foreach (var child in Children)
        {
            yaml.Append($"{indent}-\n");
            child.Write(yaml, prefix, indent + "  ");
        }
    }

    /// <summary>Smaller trees: without one node's children, one node, one condition.</summary>
    public IEnumerable<TreeNode> Smaller()
    {
        for (var at = 0; at < Children.Count; at++)
        {
            yield return this with { Children = Children.RemoveAt(at) };
            foreach (var smaller in Children[at].Smaller())
                yield return this with { Children = Children.SetItem(at, smaller) };
        }

        foreach (var condition in Conditions)
            yield return this with { Conditions = Conditions.Remove(condition) };
    }

    private void WriteDeprecated(StringBuilder yaml, string prefix, string key, MatchOperator @operator)
    {
        var pairs = Conditions.Where(condition => condition.Form is MatcherForm.Deprecated && condition.Operator == @operator)
            .Select(condition => $"{YamlText.Quote(prefix + condition.Label)}: {YamlText.Quote(condition.Value)}").ToList();
        if (pairs.Count > 0)
            yaml.Append($"{key}{{{string.Join(", ", pairs)}}}\n");
    }
}
