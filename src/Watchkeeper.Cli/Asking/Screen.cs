using Spectre.Console;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>
/// Where answers and notes go. Answers go to standard output, notes to standard error, so that a program that reads the answers
/// never meets a note.
/// </summary>
internal sealed class Screen
{
    // Wider than any line: a pipe has no width, so nothing is folded.
    private const int Unfolded = 1_000_000;

    private readonly TextWriter output;
    private readonly TextWriter errors;
    private readonly int? width;

    /// <param name="output">Answers.</param>
    /// <param name="errors">Notes.</param>
    /// <param name="width">The terminal's width; null if answers go elsewhere.</param>
    /// <param name="showsProgress">Whether standard error is a terminal.</param>
    public Screen(TextWriter output, TextWriter errors, int? width, bool showsProgress)
    {
        (this.output, this.errors, this.width, ShowsProgress) = (output, errors, width, showsProgress);
    }

    /// <summary>Whether somebody watches, so that long work shows its progress.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Whether columns must be saved.</summary>
    public bool IsNarrow => width < 110;

    /// <summary>Whether answers go to a terminal, which people read.</summary>
    public bool IsTerminal => width is not null;

    /// <summary>One line of an answer. Event text in it is made inert.</summary>
    public void Line(string text = "") => Write(Laid(text) + "\n");

    /// <summary>A text under a heading. A terminal folds it, and each of its lines is indented.</summary>
    public void Folded(string text, int indent)
    {
        var own = text.Length - text.TrimStart(' ').Length;
        Write(Rendered(new Padder(new Spectre.Console.Text(InertText.Line(text)), new Padding(indent + own, 0, 0, 0))));
    }

    /// <summary>A line that is written already as a machine reads it.</summary>
    public void Raw(string line) => Write(line + "\n");

    /// <summary>One note.</summary>
    public void Note(string text)
    {
        errors.WriteLine(InertText.Line(text));
        errors.Flush();
    }

    /// <summary>A table. A terminal folds cells; in a pipe each row is one line.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.Select(row => row.Select(cell => InertText.Line(cell)).ToArray()).ToList();
        var used = Enumerable.Range(0, heads.Count).Where(column => cells.Exists(row => row[column].Length > 0)).ToArray();
        var table = new Table().Border(TableBorder.None).HideFooters();
        foreach (var column in used)
        {
            // An id is copied, and a copied id must be whole.
            var isWhole = heads[column] is "id" or "severity" or "technique" or "control";
            var head = new TableColumn(new Spectre.Console.Text(heads[column])) { NoWrap = isWhole };
            table.AddColumn(head.PadLeft(0).PadRight(2));
        }

        foreach (var row in cells)
            table.AddRow(used.Select(column => new Spectre.Console.Text(row[column])));
        Write(Rendered(table));
    }

    private string Rendered(Spectre.Console.Rendering.IRenderable content)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = width ?? Unfolded;
        console.Write(content);
        return string.Concat(text.ToString().Split('\n').SkipLast(1).Select(line => line.TrimEnd() + "\n"));
    }

    private void Write(string text)
    {
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException gone) when (StandardOutput.IsGone(gone))
        {
            throw new ReaderGoneException();
        }
        catch (IOException refused)
        {
            throw new OutputFailedException(refused);
        }
    }

    // Blanks are the layout's own; everything else that is no plain character goes.
    private static string Laid(string text) => string.Join(' ', text.Split(' ').Select(word => InertText.Line(word))).TrimEnd();
}
