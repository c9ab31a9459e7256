using System.Collections.Immutable;

namespace Watchkeeper.Routing;

/// <summary>The kind of a channel.</summary>
public enum ChannelKind
{
    /// <summary>An SNS topic: mail, SMS and push by its subscriptions.</summary>
    Sns,

    /// <summary>Mail by SES.</summary>
    Mail,
}

/// <summary>One channel with its address.</summary>
/// <param name="Kind">The kind of the channel.</param>
/// <param name="Address">A topic's ARN, or a mail address.</param>
/// <param name="SendResolved">Whether the end of an incident is reported too. Default: true.</param>
public sealed record Channel(ChannelKind Kind, string Address, bool SendResolved = true);

/// <summary>A named list of channels.</summary>
/// <param name="Name">The name that routes refer to.</param>
/// <param name="Channels">The channels; each gets every message.</param>
public sealed record Receiver(string Name, ImmutableArray<Channel> Channels);
