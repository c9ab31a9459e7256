using System.Buffers;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The length of two segments of SMS. A segment of several has 134 bytes beside its header: 153 septets of the GSM 7-bit default
/// alphabet (3GPP TS 23.038, section 6.2.1), or 67 code units of UCS-2 if one character is outside that alphabet. SNS chooses the
/// encoding and splits the text.
/// </summary>
internal static class SmsText
{
    public const int Septets = Segments * SegmentSeptets;

    public const int CodeUnits = Segments * SegmentCodeUnits;

    private const int Segments = 2;
    private const int SegmentSeptets = 153;
    private const int SegmentCodeUnits = 67;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        + "abcdefghijklmnopqrstuvwxyzäöñüà");

    /// <summary>Characters that take two septets: an escape and one more.</summary>
    private static readonly SearchValues<char> Extension = SearchValues.Create("^{}\\[~]|€\f");

    /// <summary>The septets of a text; null if a character is outside the GSM alphabet.</summary>
    public static int? SeptetsOf(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (Basic.Contains(c))
                count++;
            else if (Extension.Contains(c))
                count += 2;
            else
                return null;
        }

        return count;
    }

    /// <summary>
    /// The text with plain characters in place of typographic ones, if that brings it into the GSM alphabet: one dash outside the
    /// alphabet would halve the available length.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = text.Replace('–', '-').Replace('—', '-').Replace('’', '\'').Replace('“', '"').Replace('”', '"')
            .Replace('«', '"').Replace('»', '"').Replace('·', '-').Replace("…", "...", StringComparison.Ordinal);
        return SeptetsOf(plain) is null ? text : plain;
    }

    /// <summary>
    /// The text with a blank in each address, of which a phone would make a link; a sign that looks alike is outside the GSM
    /// alphabet.
    /// </summary>
    public static string Unlink(string text) => text
        .Replace("://", ": //", StringComparison.Ordinal)
        .Replace("www.", "www .", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text fits in two segments.</summary>
    public static bool Fits(ReadOnlySpan<char> text)
    {
        var isBasic = SeptetsOf(text) is not null;
        var size = isBasic ? SegmentSeptets : SegmentCodeUnits;
        var (segments, room) = (1, size);
        // No segment ends inside a character of two septets or of two code units.
        for (var at = 0; at < text.Length;)
        {
            var units = !isBasic && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
            var length = isBasic ? SeptetsOf(text.Slice(at, 1))!.Value : units;
            (segments, room) = length > room ? (segments + 1, size - length) : (segments, room - length);
            at += units;
        }

        return segments <= Segments;
    }

    /// <summary>Joins head, body and tail in two segments. Only the body is shortened, and the cut is marked.</summary>
    public static string Fit(string head, string body, string tail)
    {
        var whole = head + body + tail;
        if (Fits(whole))
            return whole;
        if (SeptetsOf(whole) is null)
        {
            var units = CodeUnits - head.Length - tail.Length;
            while (units > 1 && !Fits(head + InertText.Shorten(body, units) + tail))
                units--;
            return head + InertText.Shorten(body, Math.Max(1, units)) + tail;
        }

        // «…» is not in the GSM alphabet: one «…» would halve the available length.
        var room = Septets - SeptetsOf(head)!.Value - SeptetsOf(tail)!.Value - 3;
        var end = 0;
        while (end < body.Length && SeptetsOf(body.AsSpan(end, 1)) is { } septets && septets <= room)
        {
            room -= septets;
            end++;
        }

        while (end > 0 && !Fits(string.Concat(head, body.AsSpan(0, end), "...", tail)))
            end--;
        return string.Concat(head, body.AsSpan(0, end), "...", tail);
    }
}
