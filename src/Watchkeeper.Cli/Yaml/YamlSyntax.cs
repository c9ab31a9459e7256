using System.Globalization;

namespace Watchkeeper.Cli.Yaml;

/// <summary>Explains text that is not YAML.</summary>
internal static class YamlSyntax
{
    private static readonly (string Said, string Meant)[] Reasons =
    [
        ("mapping values are not allowed", "a colon after a value: indent the key under its owner, or put the text in quotes"),
        ("found invalid mapping", "a colon where none can be: this line is indented too far, or the line before has none"),
        ("expected ':'", "a key without a colon: write «key: value»"),
        ("unexpected end of stream", "the closing quote of this text is missing"),
        ("expected '-' indicator", "this line belongs neither to the list before it nor to a key above: check its indentation"),
        ("did not find expected key", "this line is indented differently from those beside it"),
        ("expected <document start>", "this line is indented differently from the first one"),
        ("expected ',' or ']'", "the closing ] of this list is missing, or a comma before this"),
        ("expected ',' or '}'", "the closing } of this map is missing, or a comma before this"),
        ("cannot start any token", "a text that begins like this needs quotes"),
    ];

    /// <summary>
    /// The first character that no YAML may hold; null if there is none. A parser would end the file there, unnoticed.
    /// </summary>
    public static YamlFault? FindInvisible(string text)
    {
        var (line, column) = (1, 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (< 0x20 and not ('\t' or '\n' or '\r')) or 0x7F or 0xFFFE or 0xFFFF)
            {
                return new YamlFault(
                    new FilePosition(line, column),
                    string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{rune.Value:X4}: remove it"));
            }

            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return null;
    }

    /// <summary>What is wrong, in the words of who writes the file.</summary>
    /// <param name="at">Where the parser gave up.</param>
    /// <param name="message">The parser's message.</param>
    /// <param name="text">The file.</param>
    public static YamlFault Explain(FilePosition at, string message, string text)
    {
        if (message.Contains("tab", StringComparison.OrdinalIgnoreCase) && FindTab(text, at.Line) is { } tab)
            return new YamlFault(tab, YamlTabs.Reason);
        foreach (var (said, meant) in Reasons)
        {
            if (message.Contains(said, StringComparison.OrdinalIgnoreCase))
                return new YamlFault(at, meant);
        }

        return new YamlFault(at, $"this is not YAML: {message.ReplaceLineEndings(" ").TrimEnd('.')}");
    }

    // The parser names the map in which the tab stands.
    private static FilePosition? FindTab(string text, int from)
    {
        var lines = text.Split('\n');
        for (var line = from; line <= lines.Length; line++)
        {
            var content = lines[line - 1];
            var tab = content.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(content[..tab]))
                return new FilePosition(line, tab + 1);
        }

        return null;
    }
}
