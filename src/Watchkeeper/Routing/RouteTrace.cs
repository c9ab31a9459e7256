using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>What a node of the route tree did with a label set.</summary>
public enum RouteOutcome
{
    /// <summary>It takes the label set, so its receiver is notified.</summary>
    Takes,

    /// <summary>It matches, and one of its children takes the label set.</summary>
    PassesOn,

    /// <summary>It matches, no child does, and it has no receiver.</summary>
    HasNoReceiver,

    /// <summary>One of its matchers does not hold.</summary>
    DoesNotMatch,
}

/// <summary>One node that was tried.</summary>
/// <param name="Route">The node.</param>
/// <param name="Receiver">Its receiver, inherited if it names none; empty if there is none.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="Outcome">What it did.</param>
/// <param name="Failed">The first matcher that does not hold; null unless the node does not match.</param>
public sealed record RouteStep(Route Route, string Receiver, int Depth, RouteOutcome Outcome, Matcher? Failed);

/// <summary>Explains <see cref="Route.Match"/>.</summary>
public static class RouteTrace
{
    /// <summary>
    /// The nodes that were tried, in tree order. Siblings after a match without <see cref="Route.Continue"/> are not tried,
    /// nor are the children of a node that does not match.
    /// </summary>
    public static ImmutableArray<RouteStep> For(Route root, LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(root);
        var steps = ImmutableArray.CreateBuilder<RouteStep>();
        Try(root, labels, "", 0, steps);
        return steps.ToImmutable();
    }

    private static void Try(
        Route route, LabelSet labels, string inherited, int depth, ImmutableArray<RouteStep>.Builder steps)
    {
        var (receiver, at, matched) = (route.ReceiverOr(inherited), steps.Count, false);
        foreach (var child in route.Routes)
        {
            if (child.Matchers.FirstOrDefault(matcher => !matcher.Matches(labels)) is { } failed)
            {
                steps.Add(new RouteStep(child, child.ReceiverOr(receiver), depth + 1, RouteOutcome.DoesNotMatch, failed));
                continue;
            }

            matched = true;
            Try(child, labels, receiver, depth + 1, steps);
            if (!child.Continue)
                break;
        }

        var outcome = matched ? RouteOutcome.PassesOn
            : receiver.Length > 0 ? RouteOutcome.Takes : RouteOutcome.HasNoReceiver;
        steps.Insert(at, new RouteStep(route, receiver, depth, outcome, null));
    }
}
