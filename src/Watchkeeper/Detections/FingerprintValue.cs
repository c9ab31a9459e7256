using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>A value that tells incidents or acts apart.</summary>
internal static class FingerprintValue
{
    /// <summary>
    /// The values there as names, in ordinal order, since a list says the same in whatever order; empty where there is none.
    /// </summary>
    public static string From(EventPath path, JsonElement json)
    {
        var names = path.FindAll(json).Select(ResourceName.From).Distinct(StringComparer.Ordinal);
        return string.Join(',', names.Order(StringComparer.Ordinal));
    }
}
