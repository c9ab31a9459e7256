using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>Writes the lines of a message by a template.</summary>
internal static class OwnLines
{
    /// <summary>
    /// The lines. A line whose values are all empty is left out, and so is a blank one.
    /// </summary>
    public static ImmutableArray<OwnLine> Write(ImmutableArray<TemplatePiece> pieces, MessageContent content)
    {
        var lines = ImmutableArray.CreateBuilder<OwnLine>();
        foreach (var line in Split(TemplateRun.For(content, pieces)))
        {
            if (line.Find(piece => piece is TemplatePiece.Ours) is TemplatePiece.Ours(var ours))
                lines.Add(new OwnLine.Ours(ours));
            else if (Write(line, content) is { IsEmpty: false } runs)
                lines.Add(new OwnLine.Text(runs));
        }

        return lines.ToImmutable();
    }

    /// <summary>Says what is wrong with a line, or null.</summary>
    public static string? Refuse(IReadOnlyList<TemplatePiece> line) =>
        line.Any(piece => piece is TemplatePiece.Ours) && line.Any(IsText)
            ? "message, facts and links are whole lines: leave each of them alone on its line"
            : OwnLineReader.Refuse([.. line.SelectMany(piece => Read(piece, content: null))]);

    private static bool IsText(TemplatePiece piece) => piece is TemplatePiece.Value
        || (piece is TemplatePiece.Literal(var text) && !string.IsNullOrWhiteSpace(text));

    private static ImmutableArray<OwnRun> Write(List<TemplatePiece> line, MessageContent content)
    {
        var read = line.SelectMany(piece => Read(piece, content)).ToImmutableArray();
        var values = read.OfType<LinePiece.Plain>().Where(piece => piece.Name is not null).ToList();
        return values.Count > 0 && values.TrueForAll(value => value.Text.Length == 0) ? [] : Trim(OwnLineReader.Read(read));
    }

    private static ImmutableArray<OwnRun> Trim(ImmutableArray<OwnRun> runs)
    {
        if (runs.IsEmpty)
            return runs;
        runs = runs.SetItem(0, runs[0] with { Text = runs[0].Text.TrimStart() });
        runs = runs.SetItem(runs.Length - 1, runs[^1] with { Text = runs[^1].Text.TrimEnd() });
        return runs.RemoveAll(run => run.Text.Length == 0);
    }

    private static IEnumerable<LinePiece> Read(TemplatePiece piece, MessageContent? content) => piece switch
    {
        TemplatePiece.Literal(var text) => LinePiece.Split(text),
        TemplatePiece.Value(var name) => [new LinePiece.Plain(content is null ? "" : name.Shown(content), name)],
        _ => [],
    };

    private static IEnumerable<List<TemplatePiece>> Split(IEnumerable<TemplatePiece> pieces)
    {
        var line = new List<TemplatePiece>();
        foreach (var piece in pieces)
        {
            if (piece is TemplatePiece.Literal("\n"))
            {
                yield return line;
                line = [];
            }
            else
            {
                line.Add(piece);
            }
        }

        yield return line;
    }
}
