using Watchkeeper.Cli.Accounts;
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
    /// The store cannot be opened; <see cref="RunException.IsUsage"/> if an option or a setting is at fault. Later calls of the
    /// store throw it as well, for example if AWS throttles them.
    /// </exception>
    public static Task<IIncidentStore> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(options, AccountVariables.OfProcess, time, cancellationToken);

    internal static Task<IIncidentStore> OpenAsync(
        StoreOptions options, AccountVariables variables, TimeProvider time, CancellationToken cancellationToken) =>
        options.Backend switch
        {
            StoreOptions.Aws => AwsStore.OpenAsync(options, variables, time, cancellationToken),
            StoreOptions.Emulators => EmulatorsStore.OpenAsync(DataFolder.OfEmulators(options.Data), time, cancellationToken),
            _ => Task.FromResult<IIncidentStore>(EmbeddedIncidentStore.Open(DataFolder.OfEmbedded(options.Data), time)),
        };
}
