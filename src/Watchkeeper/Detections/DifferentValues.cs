using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>
/// The condition that two paths have different values. A missing value meets the condition too: a role that creates a key for a
/// user has no user name of its own.
/// </summary>
/// <param name="One">The first path.</param>
/// <param name="Other">The second path.</param>
public sealed record DifferentValues(EventPath One, EventPath Other)
{
    /// <summary>Whether an event meets the condition.</summary>
    public bool IsMetBy(JsonElement json)
    {
        var one = One.Find(json);
        return one.Length == 0 || !string.Equals(one, Other.Find(json), StringComparison.Ordinal);
    }
}
