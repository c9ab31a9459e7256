using System.Collections.Immutable;
using Watchkeeper.Counting;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>A principal whose calls a detection does not report, until a time.</summary>
/// <param name="Detection">The detection's id.</param>
/// <param name="Principal">The ARN of a user or role; <c>*</c> stands for any characters, and case is ignored.</param>
/// <param name="Until">The first moment at which it is over.</param>
public sealed record DetectionException(string Detection, string Principal, DateTimeOffset Until)
{
    /// <summary>Whether a call by one of these ARNs at that time is excepted.</summary>
    public bool Covers(string detection, IEnumerable<string> arns, DateTimeOffset at) =>
        at < Until && string.Equals(detection, Detection, StringComparison.Ordinal)
        && arns.Any(arn => StarPattern.Matches(Principal, arn));
}

/// <summary>Another threshold of a counting detection.</summary>
/// <param name="Count">How many calls open an incident.</param>
/// <param name="Minutes">Within how many minutes; null as the detection has it.</param>
public sealed record ThresholdSetting(int Count, int? Minutes);

/// <summary>What a configuration says of detections.</summary>
public sealed record DetectionSettings
{
    /// <summary>Nothing: every detection is as it comes.</summary>
    public static DetectionSettings None { get; } = new();

    /// <summary>Other stages, by id.</summary>
    public ImmutableDictionary<string, DetectionStage> Stages { get; init; } =
        ImmutableDictionary.Create<string, DetectionStage>(StringComparer.Ordinal);

    /// <summary>Principals whose calls are expected.</summary>
    public ImmutableArray<DetectionException> Exceptions { get; init; } = [];

    /// <summary>Other thresholds, by id; those of detections that count nothing have no effect.</summary>
    public ImmutableDictionary<string, ThresholdSetting> Thresholds { get; init; } =
        ImmutableDictionary.Create<string, ThresholdSetting>(StringComparer.Ordinal);

    /// <summary>
    /// The user's own detections that the configuration names; null if it names none, and those count that were applied by
    /// themselves.
    /// </summary>
    public OwnDetectionList? List { get; init; }

    /// <summary>Whether a detection has a setting of its own.</summary>
    public bool IsAbout(string id) => Stages.ContainsKey(id) || Thresholds.ContainsKey(id);

    /// <summary>The detection with its settings.</summary>
    public Detection Apply(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var set = Stages.TryGetValue(detection.Id, out var stage) ? detection with { Stage = stage } : detection;
        return set.Threshold is { } threshold && Thresholds.TryGetValue(set.Id, out var other)
            ? set with
            {
                Threshold = threshold with
                {
                    Limit = new Threshold(other.Count, other.Minutes ?? threshold.Limit.Minutes),
                },
            }
            : set;
    }
}
