using System.Buffers.Text;
using System.Text;
using Watchkeeper.Signals;

namespace Watchkeeper.Queries;

/// <summary>
/// The token of a page: the place to go on at, and a hash of the question that it belongs to. Opaque to users; a token of another
/// question, a cut or changed one is refused.
/// </summary>
internal static class PageToken
{
    private const int HashLength = 16;

    // No place is longer than the longest sort key.
    private const int MaxLength = 2048;

    /// <param name="question">A text that differs for every question.</param>
    /// <param name="place">Where to go on.</param>
    public static string Write(string question, string place) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Seal(question, place) + place));

    /// <summary>The place; null if the token is no token of this question.</summary>
    public static string? Read(string question, string token)
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return text.Length > HashLength && text[..HashLength] == Seal(question, text[HashLength..]) ? text[HashLength..] : null;
    }

    private static string Seal(string question, string place) => StableHash.Compute("page", question, place)[..HashLength];
}
