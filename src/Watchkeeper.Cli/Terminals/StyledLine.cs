using Spectre.Console;
using Spectre.Console.Rendering;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Terminals;

/// <summary>
/// One line in parts, each with a style of Spectre.Console's markup. Event text in it is made inert. A line is cut or folded by
/// the cells that a terminal shows, of which a Chinese letter takes two.
/// </summary>
internal sealed class StyledLine
{
    private readonly List<(string Text, string Style)> parts = [];

    /// <summary>The number of cells.</summary>
    public int Cells => parts.Sum(part => CellsOf(part.Text));

    /// <summary>Appends layout: text of our own, blanks included.</summary>
    public StyledLine Laid(string text, string style = "")
    {
        parts.Add((text, style));
        return this;
    }

    /// <summary>Appends text that may come from an event.</summary>
    public StyledLine Said(string text, string style = "") => Laid(InertText.Line(text), style);

    /// <summary>Appends another line.</summary>
    public StyledLine Then(StyledLine other)
    {
        parts.AddRange(other.parts);
        return this;
    }

    /// <summary>Writes the line as it is.</summary>
    public void Write(IAnsiConsole console) =>
        console.MarkupLine(string.Concat(parts.Select(part => Marked(part.Text, part.Style))));

    /// <summary>
    /// Writes the line, and continues it on further lines after an indent if the width is too small. Only blanks divide, so that
    /// an id or a path can be copied whole.
    /// </summary>
    /// <param name="console">The terminal.</param>
    /// <param name="indent">The indent of further lines.</param>
    /// <param name="width">The terminal's width; null folds nothing.</param>
    public void WriteFolded(IAnsiConsole console, int indent, int? width)
    {
        if (width is null || Cells <= width)
        {
            Write(console);
            return;
        }

        var line = new StyledLine();
        var used = 0;
        foreach (var (text, style) in parts)
        {
            foreach (var word in Words(text))
            {
                if (used > indent && used + CellsOf(word.TrimEnd(' ')) > width)
                {
                    line.Trimmed().Write(console);
                    line = new StyledLine().Laid(new string(' ', indent));
                    used = indent;
                }

                line.Laid(word, style);
                used += CellsOf(word);
            }
        }

        line.Write(console);
    }

    /// <summary>The same text in at most this number of cells; what is cut off leaves an ellipsis.</summary>
    public static string Cut(string text, int cells)
    {
        if (CellsOf(text) <= cells)
            return text;
        var kept = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (CellsOf($"{kept}{rune}") > cells - 1)
                break;
            kept += rune;
        }

        return $"{kept.TrimEnd(' ')}…";
    }

    /// <summary>The number of cells of a text.</summary>
    public static int CellsOf(string text) => new Segment(text).CellCount();

    private StyledLine Trimmed()
    {
        if (parts is [.., var (text, style)])
            parts[^1] = (text.TrimEnd(' '), style);
        return this;
    }

    // Each word with the blanks behind it; blanks at the beginning are a word.
    private static IEnumerable<string> Words(string text)
    {
        var from = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && (text[at] == ' ' || text[at - 1] != ' '))
                continue;
            yield return text[from..at];
            from = at;
        }
    }

    private static string Marked(string text, string style) =>
        style.Length == 0 ? text.EscapeMarkup() : $"[{style}]{text.EscapeMarkup()}[/]";
}
