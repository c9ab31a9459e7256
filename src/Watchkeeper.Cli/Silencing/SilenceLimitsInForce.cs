using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Muting;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Silencing;

/// <summary>How long silences last usually and at most, by the version of the configuration in force.</summary>
internal static class SilenceLimitsInForce
{
    /// <summary>The limits. A version that cannot be read has none, and people hear of it: an alarm that rings at night waits for nobody.</summary>
    public static async Task<SilenceLimits> ReadAsync(
        IIncidentStore store, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.Configurations.ReadAsync(cancellationToken) is not { } version)
                return SilenceLimits.None;
            var read = ConfigurationReader.Read(version.Content, WatchkeeperConfiguration.Default());
            if (read.Configuration is { } configuration)
                return configuration.Silences;
            screen.Note($"Version {version.Number} of the configuration cannot be read, so its limits of silences do not hold.");
        }
        catch (UnreadableRowException damaged)
        {
            screen.Note($"The configuration in force cannot be read, so its limits of silences do not hold: {damaged.Message}");
        }

        return SilenceLimits.None;
    }
}
