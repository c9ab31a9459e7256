using System.Globalization;

namespace Watchkeeper.Aws;

/// <summary>
/// Makes event text fit for a title: one line without control or formatting characters that could hide text or turn its
/// direction.
/// </summary>
internal static class OneLine
{
    /// <summary>Replaces every such character, and every run of white space, with one space.</summary>
    public static string From(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.Length > 0)
            return text;
        Span<char> line = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var visible = !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator);
            if (visible)
                line[length++] = c;
            else if (length > 0 && line[length - 1] != ' ')
                line[length++] = ' ';
        }

        return line[..length].TrimEnd(' ').ToString();
    }
}
