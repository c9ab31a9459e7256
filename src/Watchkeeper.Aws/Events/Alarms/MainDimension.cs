using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Finds the dimension that names a metric's resource: the narrowest one known from AWS's services, Kubernetes and OpenTelemetry.
/// </summary>
internal static class MainDimension
{
    /// <summary>The resource's id or name; empty if no known dimension contains one.</summary>
    public static string NameOf(ImmutableArray<KeyValuePair<string, string>> dimensions) =>
        InOrder(dimensions)
            .Where(dimension => DimensionName.RankOf(dimension.Key) is not null)
            .Select(dimension => dimension.Value)
            .FirstOrDefault("");

    /// <summary>Orders the dimensions: resources first, then their parts, and shared values last.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(ImmutableArray<KeyValuePair<string, string>> dimensions) =>
        dimensions.OrderBy(dimension => DimensionName.RankOf(dimension.Key) ?? DimensionName.RoleOf(dimension.Key) switch
        {
            DimensionRole.Part => 1000,
            DimensionRole.Other => 1001,
            _ => 1002,
        });

    /// <summary>
    /// Describes the resource with the parts that distinguish it from similar ones: «main, broker 1», «distribution E1». Empty if
    /// no dimension describes it. A value without meaning by itself (1, E1, an ARN) gets its kind as a prefix.
    /// </summary>
    /// <param name="dimensions">A metric's dimensions, or the attributes of one time series.</param>
    /// <param name="isSeries">
    /// Whether these are the attributes of one time series. Custom attributes then count as parts too.
    /// </param>
    public static string InWords(ImmutableArray<KeyValuePair<string, string>> dimensions, bool isSeries)
    {
        const int mostParts = 2, mostUnknown = 3;
        ImmutableArray<KeyValuePair<string, string>> ordered = [.. InOrder(dimensions).Where(IsTelling)];
        var known = ordered.Where(dimension => DimensionName.RankOf(dimension.Key) is not null).Take(1);
        var parts = ordered.Where(dimension => DimensionName.RoleOf(dimension.Key) is DimensionRole.Part);
        var others = ordered.Where(dimension => DimensionName.RoleOf(dimension.Key) is DimensionRole.Other);
        if (known.FirstOrDefault() is not { Key.Length: > 0 } thing)
        {
            var unknown = string.Join(", ", others.Concat(parts).Take(mostUnknown).Select(ThingName.From));
            return unknown + More(others.Count() - mostUnknown);
        }


        parts = parts.Where(part => part.Key != thing.Key);
        // Lambda's alias «pay:live» contains the function's name.
        var alias = parts.FirstOrDefault(part => part.Value.StartsWith($"{thing.Value}:", StringComparison.Ordinal));
        if (alias.Key is { Length: > 0 })
            return ThingName.Short(alias.Value);
        var more = (isSeries ? parts.Concat(others) : parts).Take(mostParts).Select(ThingName.WithKind);
        return string.Join(", ", more.Prepend(ThingName.From(thing)));
    }

    private static bool IsTelling(KeyValuePair<string, string> dimension) =>
        dimension.Value.Length > 0 && !dimension.Value.Equals("ALL", StringComparison.OrdinalIgnoreCase);

    private static string More(int count) => count > 0 ? $" and {count} more" : "";
}
