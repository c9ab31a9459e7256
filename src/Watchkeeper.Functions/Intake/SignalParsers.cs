using System.Collections.Immutable;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Events.Health;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>The parser of each intake function.</summary>
internal static class SignalParsers
{
    /// <summary>Alarms from EventBridge, SNS and direct alarm actions.</summary>
    public static SignalParser Alarm { get; } = AlarmEvents.Read;

    /// <summary>Health events and Trusted Advisor's refresh notifications.</summary>
    public static SignalParser Health { get; } = static (payload, now) => [HealthEvents.Read(payload, now)];

    /// <summary>CloudTrail events, matched against these detections.</summary>
    public static SignalParser Trail(DetectionMatcher detections) => (payload, now) => TrailEvents.Read(payload, now) switch
    {
        TrailParseResult.Happened happened => Signals(detections, happened.Event),
        TrailParseResult.Read other => [other.Result],
        _ => throw new InvalidOperationException("a trail event was read as nothing"),
    };

    private static ImmutableArray<SignalParseResult> Signals(DetectionMatcher detections, TrailEvent happened)
    {
        var (found, staged) = detections.Evaluate(happened);
        if (found.IsEmpty && staged.IsEmpty)
            return [new SignalParseResult.Ignored(happened.EventId, "no-detection")];
        var results = ImmutableArray.CreateBuilder<SignalParseResult>();
        results.AddRange(found.Select(one => new SignalParseResult.Accepted(one.Signal) { Counted = one.Counted }));
        if (found.IsEmpty)
        {
            var reason = staged.All(one => one.IsExpected) ? "expected-principal" : "staged-detection";
            results.Add(new SignalParseResult.Ignored(happened.EventId, reason));
        }

        // Last, so that they count once if AWS repeats an event whose signals could not be recorded.
        results.AddRange(staged.Select(
            one => new SignalParseResult.Staged(happened.EventId, one.Detection.Id)
            {
                Counted = one.Counted,
                IsExpected = one.IsExpected,
            }));
        return results.DrainToImmutable();
    }
}
