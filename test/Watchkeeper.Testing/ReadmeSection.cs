using System.Collections.Immutable;

namespace Watchkeeper.Testing;

/// <summary>A section of the README: its commands and tables.</summary>
public sealed class ReadmeSection
{
    private readonly ImmutableArray<string> lines;

    private ReadmeSection(ImmutableArray<string> lines) => this.lines = lines;

    /// <summary>Reads the README's section under a heading, given without its marks.</summary>
    public static ReadmeSection Read(string heading) => Parse(File.ReadAllText(Repository.PathOf("README.md")), heading);

    /// <summary>Reads the section of a text.</summary>
    /// <exception cref="FormatException">The text has no such heading.</exception>
    public static ReadmeSection Parse(string text, string heading)
    {
        var below = text.Split('\n').SkipWhile(line => line.TrimStart('#').Trim() != heading || !line.StartsWith('#')).ToList();
        return below.Count > 0
            ? new ReadmeSection([.. below.Skip(1).TakeWhile(line => !line.StartsWith('#'))])
            : throw new FormatException($"the README has no heading «{heading}»");
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
}
