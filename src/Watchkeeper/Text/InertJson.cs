using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Watchkeeper.Text;

/// <summary>Writes untrusted text as JSON in one line of a log, a message or a terminal.</summary>
public static class InertJson
{
    /// <summary>
    /// Writes letters of every script unescaped. Escapes what <see cref="InertText.Line(string)"/> removes or replaces, what is
    /// markup in HTML, and everything beyond U+FFFF.
    /// </summary>
    public static JavaScriptEncoder Encoder { get; } = CreateEncoder();

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var value = 0; value <= char.MaxValue; value++)
        {
            if (Rune.TryCreate(value, out var rune) && !InertText.Shows(rune))
                settings.ForbidCharacter((char)value);
        }

        return JavaScriptEncoder.Create(settings);
    }
}
