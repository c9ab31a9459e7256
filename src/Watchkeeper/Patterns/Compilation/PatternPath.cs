using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Formats JSON paths in a pattern. A path stays on one line for any names.</summary>
internal static class PatternPath
{
    public const string Root = "$";

    public static string Member(string parent, string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '$')
            ? $"{parent}.{name}"
            : $"{parent}[{Quote(name)}]";

    public static string Item(string parent, int index) => string.Create(null, $"{parent}[{index}]");

    /// <summary>The text as a JSON string for use in a reason; a lone surrogate becomes U+FFFD.</summary>
    public static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
