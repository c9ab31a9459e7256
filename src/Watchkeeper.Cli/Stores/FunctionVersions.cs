using System.Collections.Immutable;
using Watchkeeper.Cli.Run;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The versions under which the functions of a run decide.</summary>
internal static class FunctionVersions
{
    /// <summary>The versions, without repetition; empty if the record does not say.</summary>
    public static async Task<ImmutableArray<string>> InForceAsync(
        RunRecord? record, AppliedDetectionStore detections, CancellationToken cancellationToken)
    {
        if (record is null)
            return [];
        var applied = (await detections.ReadHeadAsync(cancellationToken))?.Hash ?? "";
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, version) in record.Configurations)
        {
            if (Enum.TryParse<FunctionName>(name, out var function))
                versions.Add(ConfigurationVersion.Join(version, HandlerFactory.DetectionsOf(function, applied)));
        }

        return [.. versions];
    }
}
