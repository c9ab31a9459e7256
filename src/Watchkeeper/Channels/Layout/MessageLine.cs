using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Channels.Layout;

/// <summary>How much a line matters: a message that is too long loses the last ones first.</summary>
internal enum LineRank
{
    /// <summary>Without it the message says nothing: what is wrong, since when, who did it.</summary>
    Essential,

    /// <summary>What to do, and the addresses to open first.</summary>
    Advice,

    /// <summary>Why it matters, the source's words, the data points.</summary>
    Reason,

    /// <summary>Names and numbers to copy, further addresses.</summary>
    Detail,
}

/// <summary>One line of a message in any markup: a label of ours and a value, or a sentence.</summary>
/// <param name="Rank">How much it matters.</param>
/// <param name="Label">A label of ours; empty without one.</param>
/// <param name="Value">A value or a sentence, inert and not escaped.</param>
/// <param name="Address">An https address to which the value leads; null without one.</param>
internal sealed record MessageLine(LineRank Rank, string Label, string Value, string? Address = null)
{
    /// <summary>Whether the value is a name or a number that people copy.</summary>
    public bool IsCopied { get; init; }

    /// <summary>The parts of a line of an operator's own template, whose texts <see cref="Value"/> joins; else empty.</summary>
    public ImmutableArray<OwnRun> Runs { get; init => field = value.IsDefault ? [] : value; } = [];

    public static MessageLine Own(ImmutableArray<OwnRun> runs) =>
        new(LineRank.Essential, "", string.Concat(runs.Select(run => run.Text))) { Runs = runs };

    public static MessageLine Link(LineRank rank, MessageLink link) => new(rank, "", link.Name, link.Address);
}
