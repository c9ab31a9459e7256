using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Watchkeeper.Aws.Mime;

/// <summary>
/// One part of a mail's body, UTF-8 with CRLF as line end (RFC 2045, 6). The shorter of quoted-printable and base64 encodes it:
/// mostly ASCII stays readable, and no text takes more than base64 does.
/// </summary>
internal static class EncodedPart
{
    private const int LineLength = 76;
    private const int BytesPerLine = LineLength / 4 * 3;

    /// <summary>Bytes of a text before its encoding. The size is additive over joined texts.</summary>
    public static long Size(string text) => Encoding.UTF8.GetByteCount(text) + text.AsSpan().Count('\n');

    /// <summary>Writes the part: its header fields, an empty line, the encoded text.</summary>
    public static void Write(IBufferWriter<byte> output, string mediaType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var quoted = QuotedPrintable(bytes);
        var isQuoted = quoted.Length <= Base64Length(bytes.Length);
        Encoding.ASCII.GetBytes(
            new HeaderBlock()
                .Add("Content-Type", $"{mediaType}; charset=utf-8")
                .Add("Content-Transfer-Encoding", isQuoted ? "quoted-printable" : "base64")
                .ToString() + "\r\n",
            output);
        if (isQuoted)
            output.Write(quoted);
        else
            WriteBase64(output, bytes);
    }

    private static long Base64Length(int bytes) => (((long)bytes + BytesPerLine - 1) / BytesPerLine * (LineLength + 2));

    private static void WriteBase64(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(BytesPerLine, bytes.Length)..])
        {
            var line = output.GetSpan(LineLength + 2);
            Base64.EncodeToUtf8(bytes[..Math.Min(BytesPerLine, bytes.Length)], line, out _, out var written);
            line[written++] = (byte)'\r';
            line[written++] = (byte)'\n';
            output.Advance(written);
        }
    }

    private static ReadOnlySpan<byte> QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var output = new ArrayBufferWriter<byte>(bytes.Length + (bytes.Length / 8) + 16);
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (IsLineEnd(bytes, at))
            {
                output.Write("\r\n"u8);
                (at, length) = (at + 1, 0);
                continue;
            }

            var isLiteral = bytes[at] is (>= (byte)'!' and <= (byte)'~' and not (byte)'=') or (byte)' ' or (byte)'\t'
                && !(bytes[at] is (byte)' ' or (byte)'\t' && (at + 1 == bytes.Length || IsLineEnd(bytes, at + 1)));
            var size = isLiteral ? 1 : 3;
            // The last place of a line is for the mark of a soft line end.
            if (length + size >= LineLength)
            {
                output.Write("=\r\n"u8);
                length = 0;
            }

            Append(output, bytes[at], isLiteral);
            length += size;
        }

        output.Write("\r\n"u8);
        return output.WrittenSpan;
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] is (byte)'\r' && at + 1 < bytes.Length && bytes[at + 1] is (byte)'\n';

    private static void Append(ArrayBufferWriter<byte> output, byte value, bool isLiteral)
    {
        if (isLiteral)
        {
            output.GetSpan(1)[0] = value;
            output.Advance(1);
            return;
        }

        var escape = output.GetSpan(3);
        escape[0] = (byte)'=';
        escape[1] = "0123456789ABCDEF"u8[value >> 4];
        escape[2] = "0123456789ABCDEF"u8[value & 15];
        output.Advance(3);
    }
}
