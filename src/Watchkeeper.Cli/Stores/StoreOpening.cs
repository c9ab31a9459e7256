using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Stores;

/// <summary>Opens the incidents that the options select.</summary>
internal static class StoreOpening
{
    /// <summary>Opens the store. The caller disposes of it.</summary>
    /// <param name="options">Which store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="RunException">
    /// The store cannot be opened; <see cref="RunException.IsUsage"/> if an option or a setting is at fault.
    /// </exception>
    public static async Task<IIncidentStore> OpenAsync(
        StoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return options.Backend switch
        {
            StoreOptions.Embedded => EmbeddedIncidentStore.Open(DataFolder.OfEmbedded(options.Data), time),
            _ => throw new RunException($"--backend {options.Backend} cannot be asked yet.") { IsUsage = true },
        };
    }
}
