using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>The way of an entry's labels through the route tree.</summary>
/// <param name="AsOf">
/// <c>now</c>: the labels are those of the entry, and the routes those without a configuration file, which no entry stores. Else
/// the version of the configuration, such as <c>version 3</c>.
/// </param>
/// <param name="Tried">The nodes that were tried, in tree order; the root only if it takes the labels itself.</param>
internal sealed record WhyRoutes(string AsOf, ImmutableArray<WhyRoute> Tried)
{
    /// <summary>The way; null if the reason was decided before the routes were asked, or the routes are not known.</summary>
    public static WhyRoutes? From(VersionedRoutes? routes, Incident incident, NotificationReason reason)
    {
        if (routes is null || !reason.AsksRoutes())
            return null;
        var labels = IncidentLabels.From(incident);
        var tried = RouteTrace.For(routes.Root, labels)
            .Where(step => step.Depth > 0 || step.Outcome is RouteOutcome.Takes)
            .Select(step => WhyRoute.From(step, labels));
        var asOf = routes.Version is { } number ? string.Create(CultureInfo.InvariantCulture, $"version {number}") : "now";
        return new WhyRoutes(asOf, [.. tried]);
    }
}

/// <summary>One node of the route tree.</summary>
/// <param name="Receiver">Its receiver, its own or inherited; empty if there is none.</param>
/// <param name="Depth">How deep it lies: 0 for the root, 1 for its children.</param>
/// <param name="Matchers">Its matchers.</param>
/// <param name="Outcome">takes, passes-on, has-no-receiver or does-not-match.</param>
/// <param name="Failed">The first matcher that does not hold; null if all do.</param>
/// <param name="Value">The label's value that this matcher was tried on; untrusted text.</param>
internal sealed record WhyRoute(
    string Receiver, int Depth, ImmutableArray<string> Matchers, string Outcome, string? Failed, string? Value)
{
    /// <summary>The node as it did with the labels.</summary>
    public static WhyRoute From(RouteStep step, LabelSet labels) => new(
        step.Receiver,
        step.Depth,
        [.. step.Route.Matchers.Select(matcher => matcher.ToString())],
        step.Outcome.ToKebabCase(),
        step.Failed?.ToString(),
        step.Failed is { } failed ? labels[failed.Label] : null);

    /// <summary>In words, indented by depth: <c>shop-payments: severity="critical" does not hold (high)</c>.</summary>
    public string Words()
    {
        var name = Receiver.Length > 0 ? Receiver : "no receiver";
        return $"{new string(' ', 2 * Math.Max(0, Depth - 1))}{name}: {Doing()}";
    }

    private string Doing() => KebabCase.Parse<RouteOutcome>(Outcome)!.Value switch
    {
        RouteOutcome.DoesNotMatch => $"{Failed} does not hold ({(Value is { Length: > 0 } value ? value : "no such label")})",
        RouteOutcome.PassesOn => "matches, and passes on",
        RouteOutcome.HasNoReceiver => "matches, and has no receiver",
        _ => Matchers.IsEmpty ? "takes what no other route does" : $"takes it, {string.Join(", ", Matchers)}",
    };
}
