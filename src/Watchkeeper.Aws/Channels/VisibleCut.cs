namespace Watchkeeper.Aws.Channels;

/// <summary>Shortens text to a size in bytes that anybody can see was shortened, and never inside a character.</summary>
internal static class VisibleCut
{
    /// <summary>
    /// The text if its size is within <paramref name="limit"/>, else as much of its beginning as fits together with
    /// <paramref name="mark"/> at its end; an empty text where not even the mark fits.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="mark">Shows that something is missing.</param>
    /// <param name="size">Bytes of a text as the channel counts them; the sizes of two texts add up to that of both joined.</param>
    public static string To(string text, long limit, string mark, Func<string, long> size)
    {
        if (size(text) <= limit)
            return text;
        var room = limit - size(mark);
        if (room < 0)
            return "";
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = fits + ((tooLong - fits) / 2);
            if (size(Before(text, middle)) <= room)
                fits = middle;
            else
                tooLong = middle;
        }

        return Before(text, fits) + mark;
    }

    private static string Before(string text, int end) =>
        end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
}
