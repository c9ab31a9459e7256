namespace Watchkeeper.Text;

/// <summary>The mark with which editors and shells begin a text, and the encodings that such a mark betrays.</summary>
public static class ByteOrderMark
{
    /// <summary>The mark of UTF-8, which says nothing and is no part of the text.</summary>
    public static ReadOnlySpan<byte> Utf8 => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a mark of UTF-8.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) => text.StartsWith(Utf8) ? text[Utf8.Length..] : text;

    /// <summary>The text without a mark of UTF-8.</summary>
    public static ReadOnlyMemory<byte> Skip(ReadOnlyMemory<byte> text) => text[(text.Length - Skip(text.Span).Length)..];

    /// <summary>
    /// The encoding of a text that is visibly not UTF-8, by its mark or by the zeros between its first characters: UTF-16, as
    /// older
    /// shells of Windows write it, or UTF-32. Null for every other text.
    /// </summary>
    public static string? OtherEncoding(ReadOnlySpan<byte> text) => text switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..] => "UTF-16",
        _ => null,
    };
}
