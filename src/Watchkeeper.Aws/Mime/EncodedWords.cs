using System.Text;

namespace Watchkeeper.Aws.Mime;

/// <summary>Header text with letters beyond ASCII (RFC 2047): UTF-8 in base64, in words of at most 75 characters.</summary>
internal static class EncodedWords
{
    private const string Start = "=?utf-8?B?";
    private const string End = "?=";
    private const int LineLength = 76;

    /// <summary>
    /// Whether a text must be encoded: it has a character other than printable ASCII, looks like an encoded word, or has a word
    /// too long for a line.
    /// </summary>
    public static bool AreNeeded(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.Contains("=?", StringComparison.Ordinal)
        || text.Split(' ').Any(word => word.Length >= LineLength);

    /// <summary>Writes the text as encoded words, one on each line; no word splits a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="used">The length of what stands on the first line already.</param>
    public static string Write(string text, int used)
    {
        var words = new StringBuilder();
        Span<byte> bytes = stackalloc byte[LineLength];
        var length = 0;
        var room = RoomAfter(used);
        foreach (var rune in text.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > room)
            {
                Append(words, bytes[..length]);
                (length, room) = (0, RoomAfter(1));
            }

            length += rune.EncodeToUtf8(bytes[length..]);
        }

        Append(words, bytes[..length]);
        return words.ToString();
    }

    private static int RoomAfter(int used) => (LineLength - used - Start.Length - End.Length) / 4 * 3;

    private static void Append(StringBuilder words, ReadOnlySpan<byte> bytes)
    {
        if (words.Length > 0)
            words.Append("\r\n ");
        words.Append(Start).Append(Convert.ToBase64String(bytes)).Append(End);
    }
}
