using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>A value that distinguishes incidents or acts.</summary>
internal static class FingerprintValue
{
    /// <summary>
    /// The values at the path as names, in ordinal order, because the order of a list has no meaning. Empty if there is none.
    /// </summary>
    public static string From(EventPath path, JsonElement json) => string.Join(',', NamesAt(path, json));

    /// <summary>The values at the path as different names, in ordinal order.</summary>
    public static ImmutableArray<string> NamesAt(EventPath path, JsonElement json) =>
    [
        .. path.FindAll(json).Select(ResourceName.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
