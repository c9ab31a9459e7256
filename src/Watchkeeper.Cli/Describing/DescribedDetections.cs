using System.Collections.Immutable;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Describing;

/// <summary>The built-in detections together with a user's own, in the order of their ids.</summary>
internal static class DescribedDetections
{
    /// <summary>
    /// All detections; one in the files takes the place of a built-in one with its id. Null if a file has errors, which are
    /// reported.
    /// </summary>
    public static async Task<ImmutableArray<DescribedDetection>?> LoadAsync(IReadOnlyCollection<string> rules, TextWriter error)
    {
        if (await OwnDetections.ReadAsync(rules, error) is not { } own)
            return null;
        var replaced = own.Select(one => one.Detection.Id).ToHashSet(StringComparer.Ordinal);
        var builtIn = DetectionCatalogue.All.Zip(DetectionFiles.BuiltIn(), DescribedDetection.BuiltIn)
            .Where(one => !replaced.Contains(one.Detection.Id));
        return
        [
            .. builtIn.Concat(own.Select(DescribedDetection.Own)).OrderBy(one => one.Detection.Id, StringComparer.Ordinal),
        ];
    }
}
