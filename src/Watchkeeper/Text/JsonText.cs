using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Watchkeeper.Text;

/// <summary>
/// Reads JSON strings and never fails. A lone surrogate stays unchanged, and broken UTF-8 becomes U+FFFD. The library's own
/// accessors throw late on such input, which an attacker can send.
/// </summary>
internal static class JsonText
{
    public static string Read(JsonElement text) => Unescape(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    public static string ReadName(JsonProperty property) => Unescape(JsonMarshal.GetRawUtf8PropertyName(property));

    /// <summary>The characters of a string or name as written between its quotes.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0) return Encoding.UTF8.GetString(raw);

        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            return new string(buffer, 0, Unescape(raw, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the characters; returns their number, which is at most that of the bytes.</summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<char> characters)
    {
        var length = 0;
        while (raw.IndexOf((byte)'\\') is var escape and >= 0)
        {
            length += Encoding.UTF8.GetChars(raw[..escape], characters[length..]);
            characters[length++] = Unescape(ref raw, escape + 1);
        }

        return length + Encoding.UTF8.GetChars(raw, characters[length..]);
    }

    private static char Unescape(ref ReadOnlySpan<byte> raw, int at)
    {
        var kind = (char)raw[at];
        var length = kind == 'u' ? 5 : 1;
        var character = kind switch
        {
            'u' => (char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => kind,
        };
        raw = raw[(at + length)..];
        return character;
    }
}
