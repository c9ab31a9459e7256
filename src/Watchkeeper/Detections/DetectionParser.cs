using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses a detection from its file: one JSON object in UTF-8.</summary>
/// <remarks>
/// <para>Its members:</para>
/// <list type="bullet">
/// <item><c>id</c>: lower-case letters, digits and hyphens</item>
/// <item>
/// <c>title</c>; <c>description</c>: why the act matters; <c>response</c> (optional): what to do first; <c>falsePositives</c>
/// (optional): legitimate causes; <c>zh</c> (optional): an object with the same four in Chinese
/// </item>
/// <item><c>runbook</c>: an https address; <c>reference</c> (optional): that of the API page that the pattern rests on</item>
/// <item>
/// <c>techniques</c> (optional): MITRE ATT&amp;CK's, such as T1098.001; <c>controls</c> (optional): those of the CIS AWS
/// Foundations Benchmark v3.0.0, such as 4.16
/// </item>
/// <item><c>severity</c>: info, low, medium, high or critical, for successful calls</item>
/// <item>
/// <c>attempts</c> (optional): the severity of calls that were refused for lack of rights; without it they are ignored. Calls
/// that
/// failed otherwise are ignored, unless the pattern asks for <c>detail.errorCode</c>: then it decides which failed calls
/// count, and without <c>attempts</c> they have the severity of successful ones
/// </item>
/// <item>
/// <c>lowerable</c> (optional): true if deployments do such things every day; then an act of CloudFormation, or of a role's
/// session that claims to be a tool for infrastructure as code, is one step less severe, and never below low
/// </item>
/// <item><c>stage</c> (optional): on (default), staged (counts, opens no incident) or off</item>
/// <item><c>pattern</c>: an EventBridge event pattern over the whole event; CloudTrail's record is its <c>detail</c></item>
/// <item><c>unless</c> (optional): a pattern of exceptions</item>
/// <item><c>decode</c> (optional): paths of texts that contain JSON; the pattern sees the decoded JSON</item>
/// <item><c>different</c> (optional): two paths whose values must differ; a missing value differs</item>
/// <item>
/// <c>where</c> (optional): conditions that must all hold, each <c>{"at":PATH,"is":MEANING}</c> with a name of
/// <see cref="Conditions.Meaning"/> in kebab case; the values of several paths count together. <c>is-not</c> negates.
/// <c>{"each":PATH,"matching":PATTERN,"at":PATH,"is":MEANING}</c> looks at objects one by one, with <c>at</c> inside the object.
/// <c>{"any":[…]}</c> lists alternatives
/// </item>
/// <item>
/// <c>fingerprint</c> (optional): paths whose values distinguish incidents within an account; an ARN counts as the name in it
/// </item>
/// <item>
/// <c>threshold</c> (optional): <c>{"count":10,"minutes":10}</c>: that many events (2 to 100) within that time (1 to 1440) are
/// an act. <c>by</c> (optional) lists the paths whose values they must have in common: those of the fingerprint, which is the
/// default, and others. With <c>distinct</c> (optional), a path, its different values count in place of the events
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
