using System.Globalization;

namespace Watchkeeper.Notification.Templates;

/// <summary>Checks that each condition of a template has its end.</summary>
internal sealed class TemplateStructure
{
    private const int MaxDepth = 8;

    private readonly Stack<(int Line, bool HasElse)> open = [];
    private int tags;

    /// <summary>The condition that has no end; null if all have.</summary>
    public string? Unclosed => open.TryPeek(out var last)
        ? string.Create(CultureInfo.InvariantCulture, $"«if» on line {last.Line} has no «{{{{ end }}}}»")
        : null;

    /// <summary>Whether a line has conditions alone, and so is none in the message.</summary>
    public static bool IsNone(IReadOnlyCollection<TemplatePiece> line) =>
        line.Any(piece => piece is not TemplatePiece.Literal) && line.All(piece => piece switch
        {
            TemplatePiece.Literal(var text) => string.IsNullOrWhiteSpace(text),
            TemplatePiece.If or TemplatePiece.Else or TemplatePiece.End => true,
            _ => false,
        });

    /// <summary>Adds a line; says what is wrong, or null.</summary>
    public string? Add(int number, IReadOnlyCollection<TemplatePiece> line)
    {
        tags += line.Count(piece => piece is not TemplatePiece.Literal);
        if (tags > TemplateParser.MaxTags)
            return string.Create(CultureInfo.InvariantCulture, $"there are more than {TemplateParser.MaxTags} tags");
        foreach (var piece in line)
        {
            if (Add(number, piece) is { } problem)
                return problem;
        }

        return null;
    }

    private string? Add(int number, TemplatePiece piece)
    {
        switch (piece)
        {
            case TemplatePiece.If when open.Count == MaxDepth:
                return string.Create(
                    CultureInfo.InvariantCulture, $"there are more than {MaxDepth} conditions inside one another");
            case TemplatePiece.If:
                open.Push((number, HasElse: false));
                return null;
            case TemplatePiece.Else or TemplatePiece.End when open.Count == 0:
                return "there is no «if» before";
            case TemplatePiece.Else when open.Peek().HasElse:
                return "there is an «else» before";
            case TemplatePiece.Else(null):
                open.Push(open.Pop() with { HasElse = true });
                return null;
            case TemplatePiece.End:
                _ = open.Pop();
                return null;
            default:
                return null;
        }
    }
}
