using Watchkeeper.Text;

namespace Watchkeeper.Aws.Channels;

/// <summary>Shortens text to a size in bytes. The cut is marked and never splits a character.</summary>
internal static class VisibleCut
{
    /// <summary>
    /// Returns the text if its size is within <paramref name="limit"/>. Otherwise returns the longest prefix that fits together
    /// with <paramref name="mark"/> at its end; empty if not even the mark fits.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The maximum bytes.</param>
    /// <param name="mark">The mark of a cut.</param>
    /// <param name="size">
    /// The size of a text in bytes as the channel counts them. The size must be additive over joined texts.
    /// </param>
    public static string To(string text, long limit, string mark, Func<string, long> size)
    {
        if (size(text) <= limit)
            return text;
        var room = limit - size(mark);
        if (room < 0)
            return "";
        return Before(text, LargestFit.Find(0, text.Length, length => size(Before(text, length)) <= room)) + mark;
    }

    private static string Before(string text, int end) =>
        end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
}
