using System.Collections.Immutable;

namespace Watchkeeper.Notification.Rendering;

/// <summary>A line of a message that an operator's own template wrote. All texts are inert, and none is escaped.</summary>
internal abstract record OwnLine
{
    /// <summary>A line of text.</summary>
    public sealed record Text(ImmutableArray<OwnRun> Runs) : OwnLine;

    /// <summary>Lines as Watchkeeper's own messages have them.</summary>
    public sealed record Ours(OurLines Lines) : OwnLine;
}

/// <summary>A part of a line in one style.</summary>
/// <param name="Text">The text.</param>
internal sealed record OwnRun(string Text)
{
    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>The https address to which it leads; null without one.</summary>
    public string? Address { get; init; }
}

/// <summary>Lines as Watchkeeper's own messages have them.</summary>
internal enum OurLines
{
    /// <summary>All below the headline.</summary>
    Message,

    /// <summary>Names and numbers to copy.</summary>
    Facts,

    /// <summary>The addresses.</summary>
    Links,
}
