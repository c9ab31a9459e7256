using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Cases;

/// <summary>The tests of one detection, from the file beside it: <c>ID.tests.json</c> for <c>ID.json</c>.</summary>
/// <remarks>
/// <para>
/// One JSON object: <c>positive</c> and <c>negative</c>, and for a detection with an <c>undone</c> also <c>undoing</c> and
/// <c>leaving</c>, each an array of <c>{"name":…,"event":…}</c>, of at least two for the first pair and one for the second.
/// Positive and undoing tests may list the expected values of the fingerprint in <c>values</c>, positive tests also those of the
/// act in <c>act</c>, and the detection's severity for the event in <c>severity</c>.
/// </para>
/// <para>
/// With a <c>base</c>, an event, the events of the tests are changes to it: a JSON Merge Patch (RFC 7396), in which null removes
/// a member.
/// </para>
/// <para>
/// A test of a detection with a threshold has <c>events</c> in place of <c>event</c>: in order of arrival, objects with
/// <c>event</c> (a change to the base), <c>times</c> (how many such events; 1) and <c>seconds</c> (how long after the event
/// before; 1, negative for late ones), each optional. <c>{n}</c> in a text stands for the number of the event. Two events with
/// one <c>detail.eventID</c> are two deliveries of one event. A positive test needs them, a negative one may have them.
/// </para>
/// </remarks>
/// <param name="Cases">The tests; empty if there are errors.</param>
/// <param name="Errors">All errors, with their JSON paths.</param>
public sealed record DetectionCases(ImmutableArray<DetectionCase> Cases, ImmutableArray<Rejection> Errors)
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The end of the name of a file with tests.</summary>
    public const string FileSuffix = ".tests.json";

    /// <summary>Parses the tests of a detection. No input makes the parser throw.</summary>
    public static DetectionCases Parse(ReadOnlySpan<byte> utf8Json, Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var errors = new DetectionErrors();
        try
        {
            var cases = new DetectionCaseReader(errors).Read(JsonElement.Parse(utf8Json, Options), detection);
            return errors.Any ? new([], errors.Refuse().Errors) : new(cases, []);
        }
        catch (JsonException error)
        {
            return Refused($"is not valid JSON: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // The library throws late at broken UTF-8 and at a lone surrogate in a member's name.
            return Refused("holds text that is not valid Unicode");
        }
    }

    private static DetectionCases Refused(string reason) => new([], [new Rejection("$", reason)]);
}
