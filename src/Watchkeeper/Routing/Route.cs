using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>
/// A node of the route tree, with Alertmanager's semantics: a label set enters at the root, which matches everything; children
/// are tried in order, the first that matches takes it, and further ones only while <see cref="Continue"/> is set; where no
/// child matches, the node itself does.
/// </summary>
public sealed record Route
{
    /// <summary>The receiver's name; null takes the parent's.</summary>
    public string? Receiver { get; init; }

    /// <summary>All must match.</summary>
    public ImmutableArray<Matcher> Matchers { get; init; } = [];

    /// <summary>Whether later siblings are tried after this one matched. Default: false.</summary>
    public bool Continue { get; init; }

    /// <summary>Children.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>The names of the receivers that the labels reach, in tree order, each once.</summary>
    public ImmutableArray<string> Match(LabelSet labels)
    {
        var found = new List<string>();
        Collect(labels, Receiver, found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private void Collect(LabelSet labels, string? inherited, List<string> found)
    {
        var receiver = Receiver ?? inherited;
        var matched = false;
        foreach (var child in Routes)
        {
            if (!child.Matchers.All(matcher => matcher.Matches(labels)))
                continue;
            matched = true;
            child.Collect(labels, receiver, found);
            if (!child.Continue)
                break;
        }

        if (!matched && receiver is { Length: > 0 })
            found.Add(receiver);
    }
}
