using Watchkeeper.Configuration;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Asking;

/// <summary>Finds the versions of the configuration file that decisions were made under.</summary>
internal sealed class DecidingVersions(ConfigurationStore store)
{
    private readonly Dictionary<(string Hash, DateTimeOffset At), WhyVersion> known = [];

    /// <summary>The version; null if no file was in force.</summary>
    /// <param name="recorded">The version that the decision recorded; null if none.</param>
    /// <param name="decidedAt">When it was decided, which tells versions of the same content apart.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<WhyVersion?> FindAsync(string? recorded, DateTimeOffset decidedAt, CancellationToken cancellationToken)
    {
        if (recorded is null || ConfigurationVersion.AppliedHash(recorded) is not { } hash)
            return null;
        if (!known.TryGetValue((hash, decidedAt), out var version))
            known[(hash, decidedAt)] = version = await SearchAsync(hash, decidedAt, cancellationToken);
        return version;
    }

    private async Task<WhyVersion> SearchAsync(string hash, DateTimeOffset decidedAt, CancellationToken cancellationToken)
    {
        try
        {
            return WhyVersion.From(hash, await store.FindByHashAsync(hash, decidedAt, cancellationToken));
        }
        catch (UnreadableRowException)
        {
            return WhyVersion.Unreadable(hash);
        }
    }
}
