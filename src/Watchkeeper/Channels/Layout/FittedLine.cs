using Watchkeeper.Text;

namespace Watchkeeper.Channels.Layout;

/// <summary>
/// One line within a limit that counts what escaping adds. It is cut before it is escaped, so that no escape is cut.
/// </summary>
internal static class FittedLine
{
    /// <summary>The longest beginning of the text whose escaped form fits; «…» marks a cut.</summary>
    /// <param name="text">The text, inert and not escaped.</param>
    /// <param name="limit">The receiver's limit, at least the size of «…».</param>
    /// <param name="escape">Writes the text in the receiver's markup.</param>
    /// <param name="size">The size of a text as the receiver counts it.</param>
    public static string Write(string text, long limit, Func<string, string> escape, Func<string, long> size)
    {
        var whole = escape(text);
        if (size(whole) <= limit)
            return whole;
        var longest = LargestFit.Find(
            1, text.Length, length => size(escape(InertText.Shorten(text, length))) <= limit);
        return escape(InertText.Shorten(text, longest));
    }
}
