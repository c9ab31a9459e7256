using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>Asks all detections about an event. Immutable; one instance serves many threads.</summary>
public sealed class DetectionMatcher
{
    private static readonly EventPath NameAt = EventPath.Parse("detail.eventName")!;

    private readonly FrozenDictionary<string, ImmutableArray<Detection>> byName;
    private readonly ImmutableArray<Detection> always;

    /// <summary>A matcher for these detections.</summary>
    public DetectionMatcher(ImmutableArray<Detection> detections)
    {
        always = [.. detections.Where(detection => detection.EventNames.IsEmpty)];
        byName = detections
            .SelectMany(detection => detection.EventNames.Select(name => (name, detection)))
            .GroupBy(pair => pair.name, pair => pair.detection, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The detections that concern an event, which has EventBridge's form: the record of CloudTrail is its <c>detail</c>.</summary>
    public ImmutableArray<DetectionMatch> Match(JsonElement anEvent)
    {
        var named = byName.TryGetValue(NameAt.Find(anEvent), out var found) ? found : [];
        var matches = ImmutableArray.CreateBuilder<DetectionMatch>();
        foreach (var detection in named.Concat(always))
        {
            if (DetectionMatch.Of(detection, anEvent) is { } match)
                matches.Add(match);
        }

        return matches.ToImmutable();
    }

    /// <summary>The signals that an event makes: one for each detection that concerns it, and none in the common case.</summary>
    public ImmutableArray<Signal> Signals(JsonElement anEvent, TrailFacts facts) =>
        [.. Match(anEvent).Select(match => DetectionSignal.Of(match, facts))];
}
