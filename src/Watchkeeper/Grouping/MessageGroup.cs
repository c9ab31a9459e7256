using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Grouping;

/// <summary>The messages of one route to one address that share the labels by which the route groups.</summary>
/// <param name="Id">The same for the same route, labels and address, and different for every other group.</param>
/// <param name="Name">The labels, for people: <c>service="orders", severity="high"</c>; may be empty.</param>
/// <param name="Settings">How the route groups.</param>
/// <param name="Cap">Of everything that waits for one address, whatever its routes: the cap; null for the group of a route.</param>
public sealed record MessageGroup(string Id, string Name, GroupSettings Settings, StormCap? Cap = null)
{
    private static readonly GroupSettings Everything = new() { By = [] };

    /// <summary>Everything that waits for an address because of the cap; null where there is none.</summary>
    public static MessageGroup? Of(Channel channel, StormCap cap)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(cap);
        if (cap.IsOff || channel.Kind is ChannelKind.Pagerduty)
            return null;
        var kind = channel.Kind.ToKebabCase();
        return new MessageGroup(StableHash.Compute(["storm-cap", kind, channel.Address]), kind, Everything, cap);
    }

    /// <summary>The group of an incident's messages to a channel of a route; null if the route does not group.</summary>
    public static MessageGroup? Of(Route route, LabelSet labels, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(channel);
        // A pager groups by itself, and each incident is an alert there that its own end closes.
        if (route.Grouping is not { } settings || channel.Kind is ChannelKind.Pagerduty)
            return null;
        var shared = settings.Shared(labels);
        var name = string.Join(", ", shared.Select(label => $"{label.Key}=\"{InertText.Line(label.Value)}\""));
        var id = StableHash.Compute(
            [route.Path, channel.Kind.ToKebabCase(), channel.Address, .. shared.SelectMany(label => new[] { label.Key, label.Value })]);
        return new MessageGroup(id, name, settings);
    }
}
