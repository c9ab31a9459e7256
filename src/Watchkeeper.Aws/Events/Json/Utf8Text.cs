using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>
/// Finds errors that System.Text.Json reports only when the string is read: invalid UTF-8, and <c>\u</c> escapes of half a
/// character. The check runs before parsing, so that reading a parsed document cannot fail.
/// </summary>
internal static class Utf8Text
{
    /// <summary>The position of the first invalid UTF-8 byte, or -1.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return -1;
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var consumed) is System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }

    /// <summary>The position of the first escaped surrogate without its other half, or -1.</summary>
    public static int FirstLoneSurrogate(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
            return -1;
        for (var at = 0; at < json.Length;)
        {
            var step = json[at..].IndexOf((byte)'\\');
            if (step < 0)
                return -1;
            at += step;
            if (EscapeAt(json, at) is not { } first)
                at += 2;
            else if (!char.IsSurrogate(first))
                at += 6;
            else if (char.IsHighSurrogate(first) && EscapeAt(json, at + 6) is { } second && char.IsLowSurrogate(second))
                at += 12;
            else
                return at;
        }

        return -1;
    }

    private static char? EscapeAt(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
