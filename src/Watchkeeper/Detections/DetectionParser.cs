using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses a detection from its file: one JSON object in UTF-8.</summary>
/// <remarks>
/// <para>Its members:</para>
/// <list type="bullet">
/// <item><c>id</c>: lower-case letters, digits and hyphens</item>
/// <item><c>title</c>; <c>description</c>; <c>runbook</c>: an https address</item>
/// <item><c>severity</c>: info, low, medium, high or critical, for successful calls</item>
/// <item><c>attempts</c> (optional): the severity of refused calls; without it they are ignored</item>
/// <item><c>pattern</c>: an EventBridge event pattern over the whole event; CloudTrail's record is its <c>detail</c></item>
/// <item><c>decode</c> (optional): paths of texts that contain JSON; the pattern sees the decoded JSON</item>
/// <item><c>different</c> (optional): two paths whose values must differ; a missing value differs</item>
/// <item>
/// <c>fingerprint</c> (optional): paths whose values distinguish incidents within an account; an ARN counts as the name in it
/// </item>
/// <item>
/// <c>act</c> (optional): paths whose further values distinguish acts of one incident. The actor, the root user's source address
/// and the name of a writing call always distinguish acts
/// </item>
/// <item><c>resource</c> (optional): the path of the resource's id</item>
/// <item>
/// <c>undone</c> (optional): the undoing that ends the incident: <c>{"pattern":…,"fingerprint":[…]}</c>, or an array of such
/// objects. The pattern must list event names. <c>unless</c> (optional) is a pattern of exceptions, which undo nothing. The
/// fingerprint's paths (default: the detection's own) lead to the act's values. Refused calls and further acts undo nothing
/// </item>
/// <item>
/// <c>tests</c>: <c>positive</c> and <c>negative</c>, and with an <c>undone</c> also <c>undoing</c> and <c>leaving</c>, each an
/// array of <c>{"name":…,"event":…}</c>. Positive and undoing tests may list the fingerprint's expected values in <c>values</c>,
/// positive tests also the act's in <c>act</c>
/// </item>
/// </list>
/// <para>
/// A path looks like <c>detail.requestParameters.bucketName</c>. Of an array of paths, the first with a value counts.
/// </para>
/// </remarks>
public static class DetectionParser
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a detection. Every error is reported at once; no input makes the parser throw.</summary>
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
                $"is not valid JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: "
                + $"a member may occur only once, and nesting may have at most 64 levels"));
        }
        catch (InvalidOperationException)
        {
            // The library throws late if a member's name contains a lone surrogate.
            return Refused("holds half of a surrogate pair in a member's name");
        }
    }

    private static DetectionParseResult Refused(string reason) => new(null, [new Rejection("$", reason)]);
}
