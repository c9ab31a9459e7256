using System.Text.Json;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>A value that distinguishes incidents or acts.</summary>
internal static class FingerprintValue
{
    /// <summary>
    /// The values at the path as names, in ordinal order, because the order of a list has no meaning. Empty if there is none.
    /// </summary>
    public static string From(EventPath path, JsonElement json)
    {
        var names = path.FindAll(json).Select(ResourceName.From).Distinct(StringComparer.Ordinal);
        return string.Join(',', names.Order(StringComparer.Ordinal));
    }
}
