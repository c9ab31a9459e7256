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

    /// <summary>The names of time intervals in which the route is quiet; children have their own. Default: none.</summary>
    public ImmutableArray<string> MuteTimeIntervals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The names of time intervals outside of which the route is quiet; children have their own. Default: none, so that it tells
    /// at any time.
    /// </summary>
    public ImmutableArray<string> ActiveTimeIntervals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How messages are put together; null if each goes by itself. Children have their own.</summary>
    public GroupSettings? Grouping { get; init; }

    /// <summary>The time between two reminders of what still fires; null for the usual schedule. Children have their own.</summary>
    public TimeSpan? RepeatInterval { get; init; }

    /// <summary>What tells the route from all others in the tree: the matchers on the way to it.</summary>
    public string Path { get; init; } = "";

    /// <summary>The child routes.</summary>
    public ImmutableArray<Route> Routes
    {
        get => children.All;
        init => children = new(value);
    }

    /// <summary>Whether the route, or one below it, puts messages together.</summary>
    internal bool Groups => Grouping is not null || children.Group;

    /// <summary>Whether the route, or one below it, says when a message is repeated.</summary>
    internal bool Repeats => RepeatInterval is not null || children.Repeat;

    /// <summary>The names of the receivers for these labels, in tree order, without duplicates.</summary>
    public ImmutableArray<string> Match(LabelSet labels)
    {
        var takers = Collect(labels);
        return takers.Count is 1
            ? [takers[0].Receiver]
            : [.. takers.Select(taker => taker.Receiver).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The names of the receivers as <c>amtool config routes test</c> lists them: once for each route that takes the labels.
    /// </summary>
    public ImmutableArray<string> MatchWithRepeats(LabelSet labels) => [.. Collect(labels).Select(taker => taker.Receiver)];

    /// <summary>The routes that take these labels, each with the name of its receiver, in tree order.</summary>
    public ImmutableArray<(Route Route, string Receiver)> Takers(LabelSet labels) => [.. Collect(labels)];

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

    private List<(Route Route, string Receiver)> Collect(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var takers = new List<(Route, string)>(1);
        Collect(labels, "", takers);
        return takers;
    }

    private void Collect(LabelSet labels, string inherited, List<(Route Route, string Receiver)> takers)
    {
        var receiver = ReceiverOr(inherited);
        var matched = false;
        foreach (var child in children.Candidates(labels))
        {
            if (!child.Accepts(labels))
                continue;
            matched = true;
            child.Collect(labels, receiver, takers);
            if (!child.Continue)
                break;
        }

        if (!matched && receiver.Length > 0)
            takers.Add((this, receiver));
    }
}
