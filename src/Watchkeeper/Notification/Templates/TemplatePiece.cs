using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>A piece of a template: its own text, or what stands between <c>{{</c> and <c>}}</c>.</summary>
internal abstract record TemplatePiece
{
    /// <summary>The template's own text: a part of a line, or a line feed.</summary>
    public sealed record Literal(string Text) : TemplatePiece;

    /// <summary>A value.</summary>
    public sealed record Value(TemplateName Name) : TemplatePiece;

    /// <summary>Lines of Watchkeeper's own message.</summary>
    public sealed record Ours(OurLines Lines) : TemplatePiece;

    /// <summary>What follows is written if the condition holds.</summary>
    public sealed record If(TemplateCondition Condition) : TemplatePiece;

    /// <summary>What follows is written if no condition before held, and this one does; null holds always.</summary>
    public sealed record Else(TemplateCondition? Condition) : TemplatePiece;

    /// <summary>The end of a condition.</summary>
    public sealed record End : TemplatePiece;
}

/// <summary>A condition.</summary>
/// <param name="Name">The value that it asks for.</param>
/// <param name="Expected">The text that the value must be, ignoring case; null: any text but none.</param>
/// <param name="IsNegated">Whether it holds in the other cases.</param>
internal sealed record TemplateCondition(TemplateName Name, string? Expected, bool IsNegated);

/// <summary>A template, or why there is none.</summary>
internal abstract record TemplateResult
{
    /// <summary>A template.</summary>
    /// <param name="Pieces">Its pieces. Each condition has its end.</param>
    public sealed record Parsed(ImmutableArray<TemplatePiece> Pieces) : TemplateResult;

    /// <summary>No template.</summary>
    /// <param name="Reason">What is wrong: «on line 3, …».</param>
    public sealed record Rejected(string Reason) : TemplateResult;
}
