using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>One channel with its address.</summary>
/// <param name="Kind">The kind of the channel.</param>
/// <param name="Address">
/// Whom the channel reaches: a topic's ARN, a mail address, a webhook's address, or a reference to the secret that holds it.
/// </param>
/// <param name="SendResolved">Whether the end of an incident is reported too. Default: true.</param>
public sealed record Channel(ChannelKind Kind, string Address, bool SendResolved = true)
{
    /// <summary>
    /// What the kind needs besides the address, by the configuration's key, such as the reference to a signing secret. Default:
    /// nothing.
    /// </summary>
    public LabelSet Settings { get; init; } = LabelSet.Empty;
}

/// <summary>A named list of channels.</summary>
/// <param name="Name">The name that routes refer to.</param>
/// <param name="Channels">The channels; each gets every message.</param>
public sealed record Receiver(string Name, ImmutableArray<Channel> Channels)
{
    /// <summary>The receiver that is told in its place when one of its channels gives a message up; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>The operator's own templates of its channels; channels without one send Watchkeeper's own messages.</summary>
    public ImmutableArray<ChannelTemplate> Templates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The template for a channel; null without one.</summary>
    public ChannelTemplate? TemplateOf(Channel channel) =>
        Templates.FirstOrDefault(template => template.Kind == channel.Kind && template.Address == channel.Address);
}
