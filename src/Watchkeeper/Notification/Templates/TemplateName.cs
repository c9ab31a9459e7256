using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>A value that a template can name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Shown">The value as people read it, inert and not escaped; empty if there is none.</param>
internal sealed record TemplateName(string Name, string Description, Func<MessageContent, string> Shown)
{
    /// <summary>
    /// The value as conditions and programs read it, the same in every language. Default: as people read it.
    /// </summary>
    public Func<MessageContent, string> Code { get; init => field = value ?? Shown; } = Shown;

    /// <summary>All that <see cref="Code"/> can be; empty for any text.</summary>
    public ImmutableArray<string> Choices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the value is a number, which JSON takes without quotes.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the value is an https address, or empty.</summary>
    public bool IsAddress { get; init; }
}
