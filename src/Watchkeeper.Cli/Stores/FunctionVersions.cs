using System.Collections.Immutable;
using Watchkeeper.Cli.Run;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Stores;

/// <summary>The versions under which the functions of a run decide.</summary>
internal static class FunctionVersions
{
    /// <summary>
    /// The versions, without repetition; empty if the record does not say, or if the applied version cannot be read: each process
    /// then decides under the last one that it read.
    /// </summary>
    public static async Task<ImmutableArray<string>> InForceAsync(
        RunRecord? record, ConfigurationStore configurations, AppliedDetectionStore detections,
        CancellationToken cancellationToken)
    {
        if (record is null)
            return [];
        AppliedConfiguration? configuration;
        try
        {
            configuration = await configurations.ReadAsync(cancellationToken);
        }
        catch (UnreadableRowException)
        {
            return [];
        }

        var list = configuration is null ? null : ConfigurationReader.ReadOwnDetections(configuration.Content);
        var applied = (list ?? (await detections.ReadHeadAsync(cancellationToken))?.List)?.Hash ?? "";
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, version) in record.Configurations)
        {
            if (!Enum.TryParse<FunctionName>(name, out var function))
                continue;
            var evaluated = HandlerFactory.DetectionsOf(function, applied);
            versions.Add(configuration is null
                ? ConfigurationVersion.Join(version, evaluated)
                : ConfigurationVersion.Applied(configuration.Hash, version, evaluated));
        }

        return [.. versions];
    }
}
