using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>Matches an event against all detections. Immutable; one instance serves many threads.</summary>
public sealed class DetectionMatcher
{
    private static readonly EventPath NameAt = EventPath.Parse("detail.eventName")!;

    private readonly FrozenDictionary<string, ImmutableArray<Detection>> byName;
    private readonly FrozenDictionary<string, ImmutableArray<Detection>> undoneBy;
    private readonly ImmutableArray<Detection> always;

    /// <summary>Creates a matcher for these detections.</summary>
    public DetectionMatcher(ImmutableArray<Detection> detections)
    {
        always = [.. detections.Where(detection => detection.EventNames.IsEmpty)];
        byName = Index(detections, detection => detection.EventNames);
        undoneBy = Index(detections, detection => detection.Undone.SelectMany(undoing => undoing.EventNames));
    }

    /// <summary>
    /// The detections that match an event. The event is in EventBridge's form: CloudTrail's record is its <c>detail</c>.
    /// </summary>
    public ImmutableArray<DetectionMatch> Match(JsonElement json) => Match(NameAt.Find(json), json);

    /// <summary>The detections whose acts the event undoes.</summary>
    public ImmutableArray<UndoneMatch> Undone(JsonElement json) => Undone(NameAt.Find(json), json);

    /// <summary>
    /// The signals of an event: one for each matching detection and one for each detection whose act it undoes. Most events have
    /// none.
    /// </summary>
    public ImmutableArray<Signal> Signals(TrailEvent trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var json = trail.Envelope;
        var name = NameAt.Find(json);
        return
        [
            .. Match(name, json).Select(match => DetectionSignal.Create(match, trail)),
            .. Undone(name, json).Select(match => DetectionSignal.Create(match, trail)),
        ];
    }

    private ImmutableArray<DetectionMatch> Match(string name, JsonElement json)
    {
        var matches = ImmutableArray.CreateBuilder<DetectionMatch>();
        foreach (var detection in Named(byName, name).Concat(always))
        {
            if (DetectionMatch.Find(detection, json) is { } match)
                matches.Add(match);
        }

        return matches.ToImmutable();
    }

    private ImmutableArray<UndoneMatch> Undone(string name, JsonElement json) =>
        [.. Named(undoneBy, name).Select(detection => UndoneMatch.Find(detection, json)).OfType<UndoneMatch>()];

    private static ImmutableArray<Detection> Named(FrozenDictionary<string, ImmutableArray<Detection>> index, string name) =>
        index.TryGetValue(name, out var found) ? found : [];

    private static FrozenDictionary<string, ImmutableArray<Detection>> Index(
        ImmutableArray<Detection> detections, Func<Detection, IEnumerable<string>> names) =>
        detections
            .SelectMany(detection => names(detection).Distinct(StringComparer.Ordinal).Select(name => (name, detection)))
            .GroupBy(pair => pair.name, pair => pair.detection, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
