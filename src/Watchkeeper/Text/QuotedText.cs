using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Watchkeeper.Text;

/// <summary>
/// Text in double quotes with the escapes of Go's string literals, as Alertmanager's matchers have them. Letters of every script
/// are written unescaped.
/// </summary>
internal static class QuotedText
{
    /// <summary>The escapes of one letter, as the letter and then its character.</summary>
    private const string Letters = "a\ab\bf\fn\nr\rt\tv\v\\\\\"\"";

    /// <summary>
    /// Writes text in quotes. Control, format and other invisible characters, and blanks other than the space, are escaped.
    /// A lone surrogate becomes <c>\ufffd</c>, because no quoted text can hold it.
    /// </summary>
    public static string Write(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
            Append(quoted, rune);
        return quoted.Append('"').ToString();
    }

    /// <summary>Whether a character is shown as it is in one line: neither invisible nor a blank other than the space.</summary>
    public static bool IsVisible(Rune rune) =>
        rune.Value == ' ' || string.Equals(InertText.Line(rune.ToString()), rune.ToString(), StringComparison.Ordinal);

    /// <summary>Whether <see cref="Write"/> changes nothing in this text.</summary>
    public static bool IsPlain(string text) => Write(text).Length == text.Length + 2;

    /// <summary>Reads the text between the quotes; null if an escape is unknown or the result is not valid Unicode.</summary>
    public static string? Read(ReadOnlySpan<char> content)
    {
        var bytes = new List<byte>(content.Length);
        Span<byte> utf8 = stackalloc byte[4];
        while (!content.IsEmpty)
        {
            if (content[0] == '\\')
            {
                var length = ReadEscape(content, bytes);
                if (length == 0)
                    return null;
                content = content[length..];
                continue;
            }

            if (Rune.DecodeFromUtf16(content, out var rune, out var units) != OperationStatus.Done || rune.Value == '\n')
                return null;
            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            content = content[units..];
        }

        var span = CollectionsMarshal.AsSpan(bytes);
        return Utf8.IsValid(span) ? Encoding.UTF8.GetString(span) : null;
    }

    /// <summary>The length of the valid escape that the text begins with; zero if there is none.</summary>
    public static int EscapeLength(ReadOnlySpan<char> content) => ReadEscape(content, []);

    private static int ReadEscape(ReadOnlySpan<char> content, List<byte> bytes)
    {
        if (content.Length < 2)
            return 0;
        for (var at = 0; at < Letters.Length; at += 2)
        {
            if (Letters[at] != content[1])
                continue;
            bytes.Add((byte)Letters[at + 1]);
            return 2;
        }

        return content[1] switch
        {
            'x' => ReadNumber(content, 2, 2, 16, bytes),
            'u' => ReadNumber(content, 2, 4, 16, bytes),
            'U' => ReadNumber(content, 2, 8, 16, bytes),
            >= '0' and <= '7' => ReadNumber(content, 1, 3, 8, bytes),
            _ => 0,
        };
    }

    private static int ReadNumber(ReadOnlySpan<char> content, int start, int digits, int numberBase, List<byte> bytes)
    {
        if (content.Length < start + digits)
            return 0;
        var value = 0L;
        foreach (var digit in content.Slice(start, digits))
        {
            if (!char.IsAsciiHexDigit(digit) || Convert(digit) >= numberBase)
                return 0;
            value = (value * numberBase) + Convert(digit);
        }

        // Two hexadecimal or three octal digits are a byte, four or eight are a character.
        if (digits <= 3)
        {
            if (value > byte.MaxValue)
                return 0;
            bytes.Add((byte)value);
            return start + digits;
        }

        if (value > 0x10FFFF || !Rune.IsValid((int)value))
            return 0;
        Span<byte> utf8 = stackalloc byte[4];
        bytes.AddRange(utf8[..new Rune((int)value).EncodeToUtf8(utf8)]);
        return start + digits;
    }

    private static int Convert(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void Append(StringBuilder quoted, Rune rune)
    {
        if (rune.IsAscii)
        {
            AppendAscii(quoted, (char)rune.Value);
            return;
        }

        if (IsVisible(rune) && rune != Rune.ReplacementChar)
            quoted.Append(rune.ToString());
        else if (rune.IsBmp)
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    private static void AppendAscii(StringBuilder quoted, char character)
    {
        for (var at = 1; at < Letters.Length; at += 2)
        {
            if (Letters[at] != character)
                continue;
            quoted.Append('\\').Append(Letters[at - 1]);
            return;
        }

        if (character is < ' ' or '\x7F')
            quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}");
        else
            quoted.Append(character);
    }
}
