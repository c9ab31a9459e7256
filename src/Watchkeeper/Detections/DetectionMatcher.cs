using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Counting;
using Watchkeeper.Patterns.Indexing;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>
/// Matches an event against all detections. One pass over the event finds the few that may match, and only these are evaluated;
/// the result is that of evaluating each by itself. Immutable; one instance serves many threads.
/// </summary>
public sealed class DetectionMatcher
{
    private readonly ImmutableArray<DetectionSource> sources;
    private readonly PatternIndex events;
    private readonly Lazy<PatternIndex> records;

    /// <summary>Creates a matcher for these detections. Those that are off are left out.</summary>
    public DetectionMatcher(ImmutableArray<Detection> detections)
    {
        detections = detections.RemoveAll(detection => detection.Stage is DetectionStage.Off);
        sources = [.. detections.Select(DetectionSource.From)];
        events = DetectionIndex.Build(detections);
        records = IndexOfRecords();
    }

    private DetectionMatcher(ImmutableArray<DetectionSource> sources, PatternIndex events)
    {
        this.sources = sources;
        this.events = events;
        records = IndexOfRecords();
    }

    /// <summary>
    /// The ARNs of the roles that Watchkeeper's functions act with, to tell its own acts from others'. Default: none are known.
    /// </summary>
    public ImmutableArray<string> OwnRoles { get; init; } = [];

    /// <summary>Principals whose calls are expected: what they do is counted and opens no incident. Default: nobody.</summary>
    public ImmutableArray<DetectionException> Exceptions { get; init; } = [];

    /// <summary>A matcher that loads detections when events first need them.</summary>
    /// <param name="sources">The detections.</param>
    /// <param name="index">Their index, as <see cref="DetectionIndex"/> builds it.</param>
    /// <param name="ownRoles"><see cref="OwnRoles"/>.</param>
    /// <param name="exceptions"><see cref="Exceptions"/>.</param>
    internal static DetectionMatcher From(
        ImmutableArray<DetectionSource> sources, PatternIndex index, ImmutableArray<string> ownRoles,
        ImmutableArray<DetectionException> exceptions) =>
        new(sources, index) { OwnRoles = ownRoles, Exceptions = exceptions };

    /// <summary>
    /// Whether a detection may match an event or its act be undone by it. False is certain, and allocates nothing.
    /// </summary>
    /// <param name="utf8Event">An event in EventBridge's form, as <see cref="Match"/> takes it, in UTF-8.</param>
    public bool MayMatch(ReadOnlySpan<byte> utf8Event) => !events.Find(utf8Event).IsEmpty;

    /// <summary>The same for a record of CloudTrail without EventBridge's envelope.</summary>
    /// <param name="utf8Record">The record, in UTF-8.</param>
    public bool MayMatchRecord(ReadOnlySpan<byte> utf8Record) => !records.Value.Find(utf8Record).IsEmpty;

    /// <summary>
    /// The detections that match an event, in their order; also those whose stage is <see cref="DetectionStage.Staged"/>. The
    /// event is in EventBridge's form: CloudTrail's record is its <c>detail</c>.
    /// </summary>
    public ImmutableArray<DetectionMatch> Match(JsonElement json) => Evaluate(json).Matches;

    /// <summary>The detections whose acts the event undoes, in their order.</summary>
    public ImmutableArray<UndoneMatch> Undone(JsonElement json) => Evaluate(json).Undone;

    /// <summary>
    /// The signals of an event: one for each matching detection and one for each detection whose act it undoes. Most events have
    /// none. Detections that are staged make no signals; a signal of one with a threshold counts only when that is reached.
    /// </summary>
    public ImmutableArray<Signal> Signals(TrailEvent trail) => Evaluate(trail).Signals;

    /// <summary>What all detections make of an event.</summary>
    public DetectionResult Evaluate(TrailEvent trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var (matches, undone) = Evaluate(trail.Envelope);
        if (matches.IsEmpty && undone.IsEmpty)
            return DetectionResult.Nothing;
        return Exceptions.IsEmpty ? Result(matches, undone, trail) : WithoutExpected(matches, undone, trail);
    }

    /// <summary>The acts that an event is, those of staged detections too, each with its signal.</summary>
    public ImmutableArray<DetectionFinding> Findings(TrailEvent trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return Match(trail.Envelope) is { IsEmpty: false } matches ? Findings(matches, trail) : [];
    }

    // Apart from their callers, so that an event without a match allocates no closure.
    private static DetectionResult Result(
        ImmutableArray<DetectionMatch> matches, ImmutableArray<UndoneMatch> undone, TrailEvent trail) => new(
        [
            .. matches.Where(match => IsOn(match.Detection) && match.Detection.Threshold is null)
                .Select(match => Finding(match, trail)),
            .. undone.Where(match => IsOn(match.Detection))
                .Select(match => new DetectionFinding(match.Detection, DetectionSignal.Create(match, trail))),
            // Last: what an event is comes before what it may be part of.
            .. matches.Where(match => IsOn(match.Detection) && match.Detection.Threshold is not null)
                .Select(match => Finding(match, trail)),
        ],
        [
            .. matches.Where(match => !IsOn(match.Detection))
                .Select(match => new StagedMatch(match.Detection, CountedBy(match, trail))),
        ]);

    private DetectionResult WithoutExpected(
        ImmutableArray<DetectionMatch> matches, ImmutableArray<UndoneMatch> undone, TrailEvent trail)
    {
        var principals = TrailPrincipals.Of(trail.Envelope);
        var expected = matches.Where(match => IsOn(match.Detection) && Exceptions.Any(
            exception => exception.Covers(match.Detection.Id, principals, trail.OccurredAt))).ToImmutableArray();
        if (expected.IsEmpty)
            return Result(matches, undone, trail);
        var result = Result(matches.RemoveRange(expected), undone, trail);
        return result with
        {
            Staged =
            [
                .. result.Staged,
                .. expected.Select(match => new StagedMatch(match.Detection, null) { IsExpected = true }),
            ],
        };
    }

    private static ImmutableArray<DetectionFinding> Findings(ImmutableArray<DetectionMatch> matches, TrailEvent trail) =>
        [.. matches.Select(match => Finding(match, trail))];

    private static DetectionFinding Finding(DetectionMatch match, TrailEvent trail) =>
        new(match.Detection, DetectionSignal.Create(match, trail))
        {
            Counted = CountedBy(match, trail),
        };

    private static CountedEvent? CountedBy(DetectionMatch match, TrailEvent trail) =>
        DetectionCount.From(match, trail.EventId, trail.Account, trail.OccurredAt);

    private static bool IsOn(Detection detection) => detection.Stage is DetectionStage.On;

    private Lazy<PatternIndex> IndexOfRecords() =>
        new(() => DetectionIndex.Build(sources.Select(source => source.Detection), "detail"));

    private (ImmutableArray<DetectionMatch> Matches, ImmutableArray<UndoneMatch> Undone) Evaluate(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return ([], []);
        var candidates = events.Find(JsonMarshal.GetRawUtf8Value(json));
        if (candidates.IsEmpty)
            return ([], []);
        var evaluated = new EvaluatedEvent(json, OwnRoles);
        var matches = ImmutableArray.CreateBuilder<DetectionMatch>();
        var undone = ImmutableArray.CreateBuilder<UndoneMatch>();
        foreach (var candidate in candidates)
        {
            var detection = sources[candidate / 2].Detection;
            if (detection.Stage is DetectionStage.Off)
                continue;
            if (candidate % 2 != 0)
            {
                if (UndoneMatch.Find(detection, evaluated) is { } undoing)
                    undone.Add(undoing);
            }
            else if (DetectionMatch.Find(detection, evaluated) is { } match)
            {
                matches.Add(match);
            }
        }

        return (matches.DrainToImmutable(), undone.DrainToImmutable());
    }
}
