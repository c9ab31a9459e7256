using System.Buffers;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The length of an SMS. It has 140 bytes: 160 septets of the GSM 7-bit default alphabet (3GPP TS 23.038, section 6.2.1), or, as
/// soon as one character is not of it, 70 code units of UCS-2. SNS chooses by itself and splits what is longer.
/// </summary>
internal static class SmsText
{
    public const int Septets = 160;

    public const int CodeUnits = 70;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        + "abcdefghijklmnopqrstuvwxyzäöñüà");

    /// <summary>These take an escape septet and one more.</summary>
    private static readonly SearchValues<char> Extension = SearchValues.Create("^{}\\[~]|€\f");

    /// <summary>The septets of a text; null where it is not wholly of the GSM alphabet.</summary>
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

    /// <summary>Whether it fits one SMS.</summary>
    public static bool Fits(ReadOnlySpan<char> text) =>
        SeptetsOf(text) is { } septets ? septets <= Septets : text.Length <= CodeUnits;

    /// <summary>Head, body and tail in one SMS; only the body is shortened, and shows it.</summary>
    public static string Fit(string head, string body, string tail)
    {
        var whole = head + body + tail;
        if (Fits(whole))
            return whole;
        if (SeptetsOf(whole) is null)
            return head + InertText.Shorten(body, Math.Max(1, CodeUnits - head.Length - tail.Length)) + tail;
        // «…» is no GSM character: it would halve the room that it stands for.
        var room = Septets - SeptetsOf(head)!.Value - SeptetsOf(tail)!.Value - 3;
        var end = 0;
        while (end < body.Length && SeptetsOf(body.AsSpan(end, 1)) is { } septets && septets <= room)
        {
            room -= septets;
            end++;
        }

        return string.Concat(head, body.AsSpan(0, end), "...", tail);
    }
}
