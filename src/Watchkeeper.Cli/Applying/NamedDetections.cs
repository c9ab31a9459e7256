using Watchkeeper.Cli.Stores;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Applying;

/// <summary>The user's own detections that the version of the configuration in force names.</summary>
/// <param name="Version">The version.</param>
/// <param name="List">The list.</param>
internal sealed record NamedDetections(AppliedConfiguration Version, OwnDetectionList List)
{
    /// <summary>What is named; null if no version is applied, or if it names none.</summary>
    /// <exception cref="UnreadableRowException">The version cannot be read.</exception>
    public static async Task<NamedDetections?> ReadAsync(IIncidentStore store, CancellationToken cancellationToken) =>
        await store.Configurations.ReadAsync(cancellationToken) is { } version
        && ConfigurationReader.ReadOwnDetections(version.Content) is { } list
            ? new NamedDetections(version, list)
            : null;
}
