using System.Collections.Immutable;
using Watchkeeper.Detections.Actors;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>The signals that a detection makes of an event.</summary>
internal static class DetectionSignal
{
    private const string Read = "read";

    /// <summary>The signal of an act.</summary>
    public static Signal Create(DetectionMatch match, TrailEvent trail)
    {
        var detection = match.Detection;
        var refused = match.ErrorCode.Length > 0;
        return new Signal
        {
            Id = StableHash.Compute("trail", trail.EventId, detection.Id),
            EventId = trail.EventId,
            OccurredAt = trail.OccurredAt,
            Condition = SignalCondition.Firing,
            Nature = SignalNature.Event,
            Reason = ActText.Create(
                match.Resource, ActLabels.Spoken(match), trail, match.Actor, match.ErrorCode, match.Lowering),
            RuleSeverity = match.Severity,
            Act = detection.Threshold is null
                ? ActOf(refused, trail, match.ActValues)
                // All that is counted together is one act: its events differ in who they name and call.
                : Act.For(refused, [.. match.CountedBy, .. match.ActValues]),
            Subject = SubjectOf(
                detection, match.Values, match.Resource, trail,
                LabelSet.From(
                [
                    .. Labels(trail, match.Actor, match.ErrorCode),
                    .. ActLabels.From(match, trail),
                    new(SubjectLabels.LoweredFrom, match.Lowering?.From.ToKebabCase() ?? ""),
                ])) with
            {
                Title = refused ? InertText.Line($"{detection.Title} (attempt, refused: {match.ErrorCode})") : detection.Title,
            },
        };
    }

    /// <summary>The signal of an undoing; it resolves the act's incident.</summary>
    public static Signal Create(UndoneMatch match, TrailEvent trail) => new()
    {
        Id = StableHash.Compute("trail", trail.EventId, match.Detection.Id, "undone"),
        EventId = trail.EventId,
        OccurredAt = trail.OccurredAt,
        Condition = SignalCondition.Resolved,
        Nature = SignalNature.Event,
        Reason = ActText.Create(match.Resource, match.Values, trail, match.Actor, errorCode: ""),
        RuleSeverity = match.Detection.Severity,
        Act = ActOf(isRefused: false, trail, []),
        Subject = SubjectOf(match.Detection, match.Values, match.Resource, trail, Labels(trail, match.Actor, errorCode: "")),
    };

    private static Subject SubjectOf(
        Detection detection, ImmutableArray<string> values, string resource, TrailEvent trail, LabelSet labels) => new()
        {
            Fingerprint = DetectionFingerprint.Create(detection, trail.Account, values),
            Source = SignalSource.Trail,
            Kind = SignalKind.Detection,
            Name = detection.Id,
            Title = detection.Title,
            Account = trail.Account,
            Region = trail.Region,
            Partition = trail.Partition,
            Resource = resource,
            Runbook = detection.Runbook,
            Labels = labels,
        };

    private static LabelSet Labels(TrailEvent trail, Actor actor, string errorCode) => LabelSet.From(
    [
        new(SubjectLabels.Actor, trail.Actor),
        new(SubjectLabels.ActorClass, actor.Label),
        new("api", trail.Api),
        new("sourceIp", trail.SourceAddress),
        new(SubjectLabels.ErrorCode, errorCode),
    ]);

    // Fixed positions, so that a value in one position never equals the same value in another.
    private static Act ActOf(bool isRefused, TrailEvent trail, ImmutableArray<string> values) => Act.For(
        isRefused,
        [trail.ActorKey, trail.IsKnownBySource ? trail.SourceAddress : "", trail.IsRead ? Read : trail.Api, .. values]);
}
