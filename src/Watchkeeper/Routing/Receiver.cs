using System.Collections.Immutable;

namespace Watchkeeper.Routing;

/// <summary>A way out.</summary>
public enum ChannelKind
{
    /// <summary>An SNS topic: mail, SMS and push by its subscriptions.</summary>
    Sns,

    /// <summary>A mail by SES.</summary>
    Mail,
}

/// <summary>One way out to one address.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Address">A topic's ARN, or a mail address.</param>
/// <param name="SendResolved">Whether the end of an incident is told too. Default: true.</param>
public sealed record Channel(ChannelKind Kind, string Address, bool SendResolved = true);

/// <summary>A named list of channels.</summary>
/// <param name="Name">The name by which routes call it.</param>
/// <param name="Channels">All of them are used.</param>
public sealed record Receiver(string Name, ImmutableArray<Channel> Channels);
