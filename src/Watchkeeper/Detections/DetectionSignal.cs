using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>The signal that a match makes.</summary>
internal static class DetectionSignal
{
    private const int LongestValue = 200;

    public static Signal Of(DetectionMatch match, TrailFacts facts)
    {
        var detection = match.Detection;
        var refused = match.ErrorCode.Length > 0;
        return new Signal
        {
            Id = StableHash.Of("trail", facts.EventId, detection.Id),
            EventId = facts.EventId,
            OccurredAt = facts.OccurredAt,
            Condition = SignalCondition.Trouble,
            Nature = SignalNature.Occurrence,
            Because = Because(match, facts),
            RuleSeverity = match.Severity,
            Trace = facts.Trace,
            Subject = new Subject
            {
                Fingerprint = FingerprintOf(match, facts.Account),
                Source = SignalSource.Trail,
                Kind = SignalKind.Detection,
                Name = detection.Id,
                Title = refused ? InertText.Line($"{detection.Title} (attempt, refused: {match.ErrorCode})") : detection.Title,
                Account = facts.Account,
                Region = facts.Region,
                Partition = facts.Partition,
                Resource = match.Resource,
                Runbook = detection.Runbook,
                Labels = LabelSet.From(
                [
                    new("actor", facts.Actor),
                    new("api", facts.Api),
                    new("sourceIp", facts.SourceIp),
                    new("errorCode", match.ErrorCode),
                ]),
            },
        };
    }

    private static string Because(DetectionMatch match, TrailFacts facts)
    {
        var actor = facts.Actor.Length > 0 ? facts.Actor : "somebody";
        var from = facts.SourceIp.Length > 0 ? $" from {facts.SourceIp}" : "";
        var on = match.Resource.Length > 0 ? $" on {match.Resource}" : "";
        var refused = match.ErrorCode.Length > 0 ? $"; it was refused: {match.ErrorCode}" : "";
        return InertText.Line($"{actor} called {facts.Api}{on}{from}{refused}", SubjectLimits.Because);
    }

    private static Fingerprint FingerprintOf(DetectionMatch match, string account)
    {
        var text = $"detection/{match.Detection.Id}/{account}";
        foreach (var value in match.Values)
            text += $"/{Part(value)}";
        return new Fingerprint(text);
    }

    // A slash inside a value must not make two fingerprints one, nor a long or odd value a line nobody can read.
    private static string Part(string value)
    {
        var plain = value.Length <= LongestValue && value.All(c => c is > ' ' and <= '~');
        return plain ? value.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal)
            : $"~{StableHash.Of(value)}";
    }
}
