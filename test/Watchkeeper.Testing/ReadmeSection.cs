using System.Collections.Immutable;

namespace Watchkeeper.Testing;

/// <summary>A section of a page: its commands and tables.</summary>
public sealed class ReadmeSection
{
    private readonly ImmutableArray<string> lines;

    private ReadmeSection(ImmutableArray<string> lines) => this.lines = lines;

    /// <summary>Reads the section under a heading, given without its marks, in whichever page has it.</summary>
    /// <exception cref="FormatException">No page has such a heading, or several have.</exception>
    public static ReadmeSection Read(string heading) => Find(ReadmePages.All.Select(page => (page, ReadmePages.Read(page))), heading);

    /// <summary>Reads the section from the one of the pages that has it.</summary>
    /// <exception cref="FormatException">No page has such a heading, or several have.</exception>
    public static ReadmeSection Find(IEnumerable<(string Name, string Text)> pages, string heading)
    {
        var found = pages.Where(page => page.Text.Split('\n').Any(line => IsHeading(line, heading))).ToList();
        return found switch
        {
            [] => throw new FormatException($"no page has a heading «{heading}»"),
            [var page] => Parse(page.Text, heading),
            _ => throw new FormatException(
                $"the heading «{heading}» stands in {string.Join(" and ", found.Select(page => page.Name))}: keep it in one"),
        };
    }

    /// <summary>Reads the section of a text.</summary>
    /// <exception cref="FormatException">The text has no such heading.</exception>
    public static ReadmeSection Parse(string text, string heading)
    {
        var below = text.Split('\n').SkipWhile(line => !IsHeading(line, heading)).ToList();
        return below.Count > 0
            ? new ReadmeSection([.. below.Skip(1).TakeWhile(line => !line.StartsWith('#'))])
            : throw new FormatException($"the page has no heading «{heading}»");
    }

    /// <summary>The commands of its indented blocks, one a line; a backslash at the end continues a line.</summary>
    public ImmutableArray<string> Commands =>
    [
        .. string.Join('\n', lines.Where(line => line.StartsWith("    ", StringComparison.Ordinal)))
            .Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];

    /// <summary>Its indented blocks, as one script.</summary>
    public string Script =>
        string.Join('\n', lines.Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..]));

    /// <summary>The cells of its table's rows, without the head.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows =>
    [
        .. lines.Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToImmutableArray()),
    ];

    /// <summary>The texts between backticks in a cell.</summary>
    public static ImmutableArray<string> Quoted(string cell) => [.. cell.Split('`').Where((_, index) => index % 2 == 1)];

    private static bool IsHeading(string line, string heading) =>
        line.StartsWith('#') && line.TrimStart('#').Trim() == heading;
}
