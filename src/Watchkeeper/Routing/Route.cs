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
    private readonly ChildRoutes children = ChildRoutes.None;

    /// <summary>The receiver's name; null or empty inherits the parent's.</summary>
    public string? Receiver { get; init; }

    /// <summary>The matchers; all must match.</summary>
    public ImmutableArray<Matcher> Matchers { get; init; } = [];

    /// <summary>Whether later siblings are tried after a match. Default: false.</summary>
    public bool Continue { get; init; }

    /// <summary>The child routes.</summary>
    public ImmutableArray<Route> Routes
    {
        get => children.All;
        init => children = new(value);
    }

    /// <summary>The names of the receivers for these labels, in tree order, without duplicates.</summary>
    public ImmutableArray<string> Match(LabelSet labels)
    {
        var receivers = Collect(labels);
        return receivers.Count > 1 ? [.. receivers.Distinct(StringComparer.Ordinal)] : [.. receivers];
    }

    /// <summary>
    /// The names of the receivers as <c>amtool config routes test</c> lists them: once for each route that takes the labels.
    /// </summary>
    public ImmutableArray<string> MatchWithRepeats(LabelSet labels) => [.. Collect(labels)];

    /// <summary>The receiver's name; the parent's if this node names none; empty if there is none.</summary>
    internal string ReceiverOr(string inherited) => Receiver is { Length: > 0 } own ? own : inherited;

    /// <summary>Whether all matchers match.</summary>
    internal bool Accepts(LabelSet labels)
    {
        foreach (var matcher in Matchers)
        {
            if (!matcher.Matches(labels))
                return false;
        }

        return true;
    }

    private List<string> Collect(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var receivers = new List<string>(1);
        Collect(labels, "", receivers);
        return receivers;
    }

    private void Collect(LabelSet labels, string inherited, List<string> receivers)
    {
        var receiver = ReceiverOr(inherited);
        var matched = false;
        foreach (var child in children.Candidates(labels))
        {
            if (!child.Accepts(labels))
                continue;
            matched = true;
            child.Collect(labels, receiver, receivers);
            if (!child.Continue)
                break;
        }

        if (!matched && receiver.Length > 0)
            receivers.Add(receiver);
    }
}
