using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>
/// A node of the route tree, with Alertmanager's semantics. A label set enters at the root, which matches everything. Children
/// are tried in order: the first match takes the label set, and later siblings are tried only if <see cref="Continue"/> is set.
/// If no child matches, the node itself takes the label set.
/// </summary>
public sealed record Route
{
    /// <summary>The receiver's name; null inherits the parent's.</summary>
    public string? Receiver { get; init; }

    /// <summary>The matchers; all must match.</summary>
    public ImmutableArray<Matcher> Matchers { get; init; } = [];

    /// <summary>Whether later siblings are tried after a match. Default: false.</summary>
    public bool Continue { get; init; }

    /// <summary>The child routes.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>The names of the receivers for these labels, in tree order, without duplicates.</summary>
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
