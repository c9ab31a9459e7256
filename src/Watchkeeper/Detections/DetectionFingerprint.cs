using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>The fingerprint of an incident that a detection opens.</summary>
internal static class DetectionFingerprint
{
    private const int MaxValueLength = 200;

    /// <summary><c>detection/ID/ACCOUNT</c> and the values.</summary>
    public static Fingerprint Create(Detection detection, string account, ImmutableArray<string> values)
    {
        var text = $"detection/{detection.Id}/{account}";
        foreach (var value in values)
            text += $"/{Part(value)}";
        return new Fingerprint(text);
    }

    // A slash inside a value must not make two fingerprints equal. A long or odd value must not make the text unreadable.
    private static string Part(string value)
    {
        var plain = value.Length <= MaxValueLength && value.All(c => c is > ' ' and <= '~');
        return plain ? value.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal)
            : $"~{StableHash.Compute(value)}";
    }
}
