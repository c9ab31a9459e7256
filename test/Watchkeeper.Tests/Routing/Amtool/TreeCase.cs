using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>A generated tree and the labels to find receivers for.</summary>
internal sealed record TreeCase(TreeNode Root, ImmutableSortedDictionary<string, string> Labels)
{
    /// <summary>Asks amtool about many cases at once: each is a subtree that all labels enter, with labels of its own.</summary>
    public static IReadOnlyList<string[]> AskAmtool(IReadOnlyList<TreeCase> cases)
    {
        var yaml = new StringBuilder("route:\n  receiver: \"root\"\n  routes:\n");
        var receivers = new List<string> { "root" };
        var labels = new List<string>();
        for (var at = 0; at < cases.Count; at++)
        {
            yaml.Append("  -\n");
            (cases[at].Root with { Continue = true }).Write(yaml, Prefix(at), "    ");
            receivers.AddRange(cases[at].Root.Receivers.Select(name => Prefix(at) + name));
            labels.AddRange(cases[at].Labels.Select(label => AmtoolProcess.Label(Prefix(at) + label.Key, label.Value)));
        }

        var answer = AmtoolProcess.Ask(yaml.Append(YamlText.Receivers(receivers)).ToString(), labels);
        if (answer.Receivers is null)
            throw new InvalidOperationException($"amtool refuses the trees: {answer.Error}");
        var byCase = answer.Receivers.ToLookup(name => name[..(name.IndexOf('_') + 1)]);
        return [.. cases.Select((_, at) => byCase[Prefix(at)].Select(name => name[Prefix(at).Length..]).ToArray())];
    }

    /// <summary>Asks amtool about this case alone.</summary>
    public string[]? AskAmtool() =>
        AmtoolProcess.Ask(Yaml(), Labels.Select(label => AmtoolProcess.Label(label.Key, label.Value))).Receivers;

    /// <summary>The receivers that the product finds, and by trying each route in order.</summary>
    public (string[] ByMatch, string[] ByTrace) AskProduct()
    {
        var (route, labels) = (Root.ToRoute(""), LabelSet.From(Labels));
        return ([.. route.MatchWithRepeats(labels)],
            [.. RouteTrace.For(route, labels).Where(step => step.Outcome is RouteOutcome.Takes).Select(step => step.Receiver)]);
    }

    /// <summary>A smallest case for which this still holds.</summary>
    public TreeCase Shrink(Func<TreeCase, bool> holds)
    {
        var smallest = this;
        while (smallest.Smaller().FirstOrDefault(holds) is { } smaller)
            smallest = smaller;
        return smallest;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Yaml()}# amtool config routes test --config.file=… "
        + string.Join(' ', Labels.Select(label => $"'{AmtoolProcess.Label(label.Key, label.Value)}'"));

    private static string Prefix(int at) => $"t{at}_";

    private IEnumerable<TreeCase> Smaller() => Root.Smaller().Select(root => this with { Root = root })
        .Concat(Labels.Keys.Select(name => this with { Labels = Labels.Remove(name) }));

    private string Yaml()
    {
        var yaml = new StringBuilder("route:\n");
        Root.Write(yaml, "", "  ");
        return yaml.Append(YamlText.Receivers(Root.Receivers)).ToString();
    }
}
