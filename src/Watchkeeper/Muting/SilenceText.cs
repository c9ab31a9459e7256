using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>Checks what people write into a silence. A cut text would say something else than its author.</summary>
internal static class SilenceText
{
    public static string Read(SilenceField field, string text, int limit, List<SilenceProblem> problems)
    {
        var line = InertText.Line(text);
        if (text.EnumerateRunes().Where(rune => !QuotedText.IsVisible(rune)).Take(1).ToList() is [var hidden])
            problems.Add(new(field, $"holds a character that nobody sees, {Name(hidden.Value)}: write one line of plain text"));
        else if (line.Length == 0)
            problems.Add(new(field, "is empty: others must see who wants a silence, and why"));
        else if (line.Length > limit)
            problems.Add(new(field, Count($"has {line.Length} characters, but at most {limit} are recorded")));
        return line;
    }

    private static string Name(int value) => Count($"U+{value:X4}");

    private static string Count(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
