using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>
/// The condition that two places do not hold the same value. It is met, too, where one of them is not there: a role that makes a
/// key for a user has no user name of its own.
/// </summary>
/// <param name="One">One place.</param>
/// <param name="Other">The other place.</param>
public sealed record DifferentValues(EventPath One, EventPath Other)
{
    /// <summary>Whether an event meets it.</summary>
    public bool IsMetBy(JsonElement json)
    {
        var one = One.Find(json);
        return one.Length == 0 || !string.Equals(one, Other.Find(json), StringComparison.Ordinal);
    }
}
