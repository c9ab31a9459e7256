using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Notification.Templates;

/// <summary>
/// Reads templates of messages. The language has values, conditions, and nothing that repeats or calls: each piece is written at
/// most once, so that no template can run away.
/// </summary>
internal static class TemplateParser
{
    /// <summary>Maximum number of tags.</summary>
    public const int MaxTags = 200;

    /// <summary>What begins a tag.</summary>
    public const string Open = "{{";

    private const string Close = "}}";

    /// <summary>The template, or what is wrong on which line.</summary>
    /// <param name="template">The template.</param>
    /// <param name="refuse">Says what is wrong with a line besides, or null.</param>
    public static TemplateResult Parse(string template, Func<IReadOnlyList<TemplatePiece>, string?> refuse)
    {
        ArgumentNullException.ThrowIfNull(template);
        var pieces = ImmutableArray.CreateBuilder<TemplatePiece>();
        var structure = new TemplateStructure();
        foreach (var (i, text) in template.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Index())
        {
            var line = ImmutableArray.CreateBuilder<TemplatePiece>();
            if ((Read(text, line) ?? structure.Add(i + 1, line) ?? refuse(line)) is { } problem)
                return new TemplateResult.Rejected(string.Create(CultureInfo.InvariantCulture, $"on line {i + 1}, {problem}"));
            var isNone = TemplateStructure.IsNone(line);
            pieces.AddRange(isNone ? line.Where(piece => piece is not TemplatePiece.Literal) : line);
            if (!isNone)
                pieces.Add(new TemplatePiece.Literal("\n"));
        }

        return structure.Unclosed is { } open
            ? new TemplateResult.Rejected(open)
            : new TemplateResult.Parsed(pieces.ToImmutable());
    }

    // Adds the pieces of a line; says what is wrong, or null.
    private static string? Read(ReadOnlySpan<char> text, ImmutableArray<TemplatePiece>.Builder line)
    {
        for (var open = text.IndexOf(Open); open >= 0; open = text.IndexOf(Open))
        {
            AddLiteral(text[..open]);
            text = text[(open + Open.Length)..];
            var close = text.IndexOf(Close);
            if (close < 0)
                return $"«{Open}» has no «{Close}» on the same line";
            if (TagReader.Read(text[..close].Trim().ToString(), out var problem) is not { } piece)
                return problem;
            line.Add(piece);
            text = text[(close + Close.Length)..];
        }

        AddLiteral(text);
        return null;

        void AddLiteral(ReadOnlySpan<char> literal)
        {
            if (literal.Length > 0)
                line.Add(new TemplatePiece.Literal(literal.ToString()));
        }
    }
}
