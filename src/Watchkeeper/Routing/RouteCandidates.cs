using System.Collections.Immutable;

namespace Watchkeeper.Routing;

/// <summary>Children of a route to try in order: all of them, or those at some positions.</summary>
internal struct RouteCandidates
{
    private readonly ImmutableArray<Route> routes;
    private readonly int[]? positions;
    private int next;

    /// <summary>All of the routes.</summary>
    public RouteCandidates(ImmutableArray<Route> routes) => this.routes = routes;

    /// <summary>The routes at these positions.</summary>
    public RouteCandidates(ImmutableArray<Route> routes, int[] positions) => (this.routes, this.positions) = (routes, positions);

    /// <summary>The route to try.</summary>
    public readonly Route Current => positions is null ? routes[next - 1] : routes[positions[next - 1]];

    /// <summary>For a loop over the candidates.</summary>
    public readonly RouteCandidates GetEnumerator() => this;

    /// <summary>Goes on to the next route; false at the end.</summary>
    public bool MoveNext() => next++ < (positions?.Length ?? routes.Length);
}
