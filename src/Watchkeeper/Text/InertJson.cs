using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Watchkeeper.Text;

/// <summary>Writes untrusted text as JSON in one line of a log, a message or a terminal.</summary>
public static class InertJson
{
    // What InertText does not show, as ranges: a look at each of 65,536 characters would cost every cold start a millisecond.
    private static readonly (int First, int Last)[] Hidden =
    [
        (0x0080, 0x00A0), (0x00AD, 0x00AD), (0x034F, 0x034F), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD),
        (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2), (0x115F, 0x1160), (0x1680, 0x1680), (0x17B4, 0x17B5),
        (0x180B, 0x180F), (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x2064), (0x2066, 0x206F), (0x2800, 0x2800),
        (0x3000, 0x3000), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB),
        (0xFFFE, 0xFFFF),
    ];

    /// <summary>
    /// Writes letters of every script unescaped. Escapes what <see cref="InertText.Line(string)"/> removes or replaces, what is
    /// markup in HTML, and everything beyond U+FFFF.
    /// </summary>
    public static JavaScriptEncoder Encoder { get; } = CreateEncoder();

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        foreach (var (first, last) in Hidden)
            settings.ForbidRange(UnicodeRange.Create((char)first, (char)last));
        return JavaScriptEncoder.Create(settings);
    }
}
