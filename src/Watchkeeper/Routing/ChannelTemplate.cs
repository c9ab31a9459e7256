namespace Watchkeeper.Routing;

/// <summary>An operator's own template for a channel of a receiver.</summary>
/// <param name="Kind">The channel's kind.</param>
/// <param name="Address">The channel's address, as <see cref="Channel.Address"/>.</param>
/// <param name="Form">What the template writes.</param>
/// <param name="Text">The template.</param>
public sealed record ChannelTemplate(ChannelKind Kind, string Address, TemplateForm Form, string Text);

/// <summary>What an operator's own template for a channel writes.</summary>
public enum TemplateForm
{
    /// <summary>The channel takes no template.</summary>
    None,

    /// <summary>
    /// The lines below the headline, in a notation that each channel writes in its own markup: <c>**bold**</c> and
    /// <c>[name](https://…)</c>.
    /// </summary>
    Lines,

    /// <summary>All of a JSON body.</summary>
    Json,
}
