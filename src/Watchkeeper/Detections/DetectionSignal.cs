using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>The signals that a detection makes of an event.</summary>
internal static class DetectionSignal
{
    private const string Read = "read";

    /// <summary>The signal of an act.</summary>
    public static Signal Create(DetectionMatch match, TrailFacts facts)
    {
        var detection = match.Detection;
        var refused = match.ErrorCode.Length > 0;
        return new Signal
        {
            Id = StableHash.Compute("trail", facts.EventId, detection.Id),
            EventId = facts.EventId,
            OccurredAt = facts.OccurredAt,
            Condition = SignalCondition.Firing,
            Nature = SignalNature.Event,
            Reason = ActText.Create(match.Resource, [.. match.Values, .. match.ActValues], facts, match.ErrorCode),
            RuleSeverity = match.Severity,
            Act = ActOf(refused, facts, match.ActValues),
            Trace = facts.Trace,
            Subject = SubjectOf(detection, match.Values, match.Resource, facts) with
            {
                Title = refused ? InertText.Line($"{detection.Title} (attempt, refused: {match.ErrorCode})") : detection.Title,
                Labels = Labels(facts, match.ErrorCode),
            },
        };
    }

    /// <summary>The signal of an undoing; it resolves the act's incident.</summary>
    public static Signal Create(UndoneMatch match, TrailFacts facts) => new()
    {
        Id = StableHash.Compute("trail", facts.EventId, match.Detection.Id, "undone"),
        EventId = facts.EventId,
        OccurredAt = facts.OccurredAt,
        Condition = SignalCondition.Resolved,
        Nature = SignalNature.Event,
        Reason = ActText.Create(match.Resource, match.Values, facts, errorCode: ""),
        RuleSeverity = match.Detection.Severity,
        Act = ActOf(isRefused: false, facts, []),
        Trace = facts.Trace,
        Subject = SubjectOf(match.Detection, match.Values, match.Resource, facts),
    };

    private static Subject SubjectOf(
        Detection detection, ImmutableArray<string> values, string resource, TrailFacts facts) => new()
        {
            Fingerprint = DetectionFingerprint.Create(detection, facts.Account, values),
            Source = SignalSource.Trail,
            Kind = SignalKind.Detection,
            Name = detection.Id,
            Title = detection.Title,
            Account = facts.Account,
            Region = facts.Region,
            Partition = facts.Partition,
            Resource = resource,
            Runbook = detection.Runbook,
            Labels = Labels(facts, ""),
        };

    private static LabelSet Labels(TrailFacts facts, string errorCode) => LabelSet.From(
    [
        new("actor", facts.Actor),
        new("api", facts.Api),
        new("sourceIp", facts.SourceIp),
        new("errorCode", errorCode),
    ]);

    // Fixed positions, so that a value in one position never equals the same value in another.
    private static Act ActOf(bool isRefused, TrailFacts facts, ImmutableArray<string> values) => Act.For(
        isRefused,
        [facts.ActorKey, facts.IsKnownBySource ? facts.SourceIp : "", facts.IsRead ? Read : facts.Api, .. values]);
}
