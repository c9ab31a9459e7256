using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>A test that a detection brings along.</summary>
/// <param name="Name">What the event shows.</param>
/// <param name="Matches">Whether the detection must match it.</param>
/// <param name="Event">The event, at least <c>{"detail":{…}}</c> of it.</param>
/// <param name="Values">The values of the fingerprint's fields that must come out, in order; null where the case does not say.</param>
public sealed record DetectionCase(string Name, bool Matches, JsonElement Event, IReadOnlyList<string>? Values)
{
    /// <summary>Runs the case; null where all is as it says, else what is not.</summary>
    public string? Run(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var match = DetectionMatch.Of(detection, Event);
        if (match is null != !Matches)
            return Matches ? "it does not match, and should" : "it matches, and should not";
        if (match is null || Values is null || match.Values.SequenceEqual(Values, StringComparer.Ordinal))
            return null;
        return $"the fingerprint's values are [{string.Join(", ", match.Values)}], and should be [{string.Join(", ", Values)}]";
    }
}
