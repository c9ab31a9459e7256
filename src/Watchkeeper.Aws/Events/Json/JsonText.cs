using System.Text;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>Parses JSON strictly: valid UTF-8, no duplicate members, at most 64 levels, a bounded size.</summary>
internal static class JsonText
{
    /// <summary>The maximum bytes of a payload: Lambda's limit for asynchronous invocations.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The maximum nesting.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>Parses a payload. Skips a byte order mark, which editors leave in files.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="path">The path of the text itself, for rejections.</param>
    /// <param name="expected">The expected content, for rejections.</param>
    /// <param name="limit">The maximum bytes.</param>
    public static JsonCursor Parse(ReadOnlySpan<byte> utf8, string path, string expected, int limit = Limit)
    {
        utf8 = ByteOrderMark.Skip(utf8);
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new RejectionException(path, $"is empty: expected {expected} in JSON");
        if (utf8.Length > limit)
            throw new RejectionException(path, $"has {utf8.Length} bytes: expected at most {limit}");
        if (ByteOrderMark.OtherEncoding(utf8) is { } encoding)
            throw new RejectionException(path, $"is in {encoding}: expected JSON in UTF-8");
        var broken = Utf8Text.FirstInvalid(utf8);
        if (broken >= 0)
        {
            throw new RejectionException(
                JsonPosition.Locate(utf8, path, broken), $"is not UTF-8 at byte {broken}: expected JSON in UTF-8");
        }

        broken = Utf8Text.FirstLoneSurrogate(utf8);
        if (broken >= 0)
        {
            throw new RejectionException(
                JsonPosition.Locate(utf8, path, broken),
                $"holds half a surrogate pair at byte {broken}: expected whole characters");
        }

        try
        {
            return new JsonCursor(JsonElement.Parse(utf8, Options), path);
        }
        catch (JsonException e)
        {
            throw new RejectionException(
                JsonPosition.Locate(utf8, path), $"is not valid JSON ({e.Message}): expected {expected} in JSON");
        }
    }

    /// <summary>Parses JSON text from a string in another document.</summary>
    public static JsonCursor Parse(string text, string path, string expected) =>
        Parse(Encoding.UTF8.GetBytes(text), path, expected);
}
