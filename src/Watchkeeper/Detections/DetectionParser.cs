using System.Text.Json;
using System.Text.Unicode;

namespace Watchkeeper.Detections;

/// <summary>Reads a detection from its file: one JSON object in UTF-8.</summary>
/// <remarks>
/// <para>Its members:</para>
/// <list type="bullet">
/// <item><c>id</c>: lower-case letters, digits and hyphens; <c>title</c>; <c>description</c>; <c>runbook</c>: an https address</item>
/// <item><c>severity</c>: info, low, medium, high or critical, where the call was carried out</item>
/// <item><c>attempts</c> (optional): the severity of calls that were refused; without it those do not matter</item>
/// <item><c>pattern</c>: an event pattern of EventBridge, over the whole event: CloudTrail's record is its <c>detail</c></item>
/// <item><c>decode</c> (optional): paths of texts that hold JSON, which the pattern then sees into</item>
/// <item><c>different</c> (optional): two paths whose values must differ, or one of which has none; no event pattern can say that</item>
/// <item>
/// <c>fingerprint</c> (optional): paths whose values tell incidents apart within an account; an ARN counts as the name in it
/// </item>
/// <item>
/// <c>act</c> (optional): paths whose values tell acts of one incident apart, besides what always does: who it was, for the root
/// user from where, and which call it was where it was no reading
/// </item>
/// <item><c>resource</c> (optional): the path of the resource's id</item>
/// <item>
/// <c>undone</c> (optional): what undoes it, so that the incident ends: <c>{"pattern":…,"fingerprint":[…]}</c>, or an array of
/// such. The pattern lists event names; <c>unless</c> (optional) is a pattern of those that undo nothing all the same; the
/// fingerprint's paths (without them the detection's own) lead to the values that the act had. Calls that were refused undo
/// nothing, nor do events that the detection is for
/// </item>
/// <item>
/// <c>tests</c>: <c>positive</c> and <c>negative</c>, and <c>undoing</c> and <c>leaving</c> where there is an <c>undone</c>, each
/// an array of <c>{"name":…,"event":…}</c>; positive and undoing ones may say with <c>values</c> what the fingerprint's paths
/// must find, positive ones with <c>act</c> what the act's must
/// </item>
/// </list>
/// <para>
/// A path is written as in <c>detail.requestParameters.bucketName</c>; an array of paths in place of one means the first that
/// finds something.
/// </para>
/// </remarks>
public static class DetectionParser
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a detection. Whatever the bytes are, nothing is thrown, and every error is reported at once.</summary>
    public static DetectionParseResult Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json))
            return Refused("is not valid UTF-8");
        try
        {
            return new DetectionReader().Read(JsonElement.Parse(utf8Json, Options));
        }
        catch (JsonException error)
        {
            return Refused(string.Create(
                null,
                $"is no proper JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: a member may occur only once, and levels go no deeper than 64"));
        }
        catch (InvalidOperationException)
        {
            // What the library throws, late, at half a surrogate pair in a member's name.
            return Refused("holds half of a surrogate pair in a member's name");
        }
    }

    private static DetectionParseResult Refused(string reason) => new(null, [new DetectionError("$", reason)]);
}
