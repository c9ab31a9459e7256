using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns;
using Watchkeeper.Signals;

namespace Watchkeeper.Tests.Detections;

/// <summary>A detection of opened taps, and what it makes of events.</summary>
internal static class Taps
{
    public static readonly TrailEvent SampleCall = new()
    {
        Envelope = default,
        EventId = "e-1",
        OccurredAt = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Account = "111122223333",
        Region = "eu-central-1",
        Actor = "arn:aws:iam::111122223333:user/alice",
        Api = "water:OpenTap",
        SourceAddress = "203.0.113.7",
    };

    public static Detection Closable() => Tap() with
    {
        Undone =
        [
            new Undoing
            {
                Pattern = Pattern("""{"detail":{"eventName":["CloseTap"],"requestParameters":{"partly":[{"exists":false}]}}}"""),
                Unless = Pattern("""{"detail":{"requestParameters":{"leaks":["a"]}}}"""),
                EventNames = ["CloseTap"],
                Fingerprint = [EventPath.Parse("detail.awsRegion")!, EventPath.Parse("detail.requestParameters.taps")!],
            },
        ],
    };

    public static EventPattern Pattern(string json) =>
        EventPattern.Parse(Encoding.UTF8.GetBytes(json)).Pattern.ShouldNotBeNull();

    public static ImmutableArray<Signal> SignalsOf(Detection detection, string json) =>
        new DetectionMatcher([detection]).Signals(SampleCall with { Envelope = JsonElement.Parse(json) });

    public static Detection Tap(string pattern = """{"detail":{"eventName":["OpenTap"]}}""", params string[] decode) =>
        DetectionParser.Parse(Encoding.UTF8.GetBytes(
            $$"""
            {
              "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "low", "description": "Water runs.",
              "runbook": "https://example.com/taps", "pattern": {{pattern}}, "decode": [{{string.Join(',', decode.Select(JsonEncode))}}],
              "fingerprint": ["detail.awsRegion", "detail.requestParameters.tap"], "resource": "detail.requestParameters.tap"
            }
            """)).Detection.ShouldNotBeNull();

    public static string JsonEncode(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
