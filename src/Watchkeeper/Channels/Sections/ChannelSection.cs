using System.Collections.Immutable;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Sections;

/// <summary>The list of a receiver's channels of one kind in the configuration file.</summary>
/// <param name="Name">The list's key, Alertmanager's where it has one: <c>slack_configs</c>.</param>
/// <param name="Form">One item in words: «a Slack channel».</param>
/// <param name="Description">What the list is, in one sentence.</param>
/// <param name="Keys">The keys of an item, besides <c>send_resolved</c> and keys without effect.</param>
public sealed record ChannelSection(string Name, string Form, string Description, ImmutableArray<ChannelKey> Keys)
{
    /// <summary>What <c>send_resolved</c> is without the key. Default: true, as for all kinds of Alertmanager but mail.</summary>
    public bool TellsEnd { get; init; } = true;

    /// <summary>What an operator's own template writes (<see cref="TemplateKey"/>). Default: the channel takes none.</summary>
    public TemplateForm Template { get; init; }

    /// <summary>The key of an operator's own template.</summary>
    public const string TemplateKey = "template";
}

/// <summary>The form of a key's value.</summary>
public enum ChannelKeyForm
{
    /// <summary>A reference to a secret.</summary>
    Secret,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts, kept as one text with commas.</summary>
    Texts,

    /// <summary>True or false, kept as such.</summary>
    Flag,
}

/// <summary>A key of a channel.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">The form of its value.</param>
/// <param name="Description">What it is for, in one sentence.</param>
public sealed record ChannelKey(string Name, ChannelKeyForm Form, string Description)
{
    /// <summary>Whether the channel reaches nobody without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// Whether the value says whom the channel reaches. The values of several such keys are joined by a blank, in the section's
    /// order; two channels of one kind with the same address are one.
    /// </summary>
    public bool IsAddress { get; init; }

    /// <summary>The key of <c>global</c> with the value for channels that have none; null without one.</summary>
    public string? Global { get; init; }

    /// <summary>
    /// Says what is wrong with a value, or with one of several; null if nothing is. Default: every text is right.
    /// </summary>
    public Func<string, string?> Refuse { get; init; } = _ => null;

    /// <summary>The values to choose from; empty for any text.</summary>
    public ImmutableArray<string> Choices { get; init => field = value.IsDefault ? [] : value; } = [];
}
