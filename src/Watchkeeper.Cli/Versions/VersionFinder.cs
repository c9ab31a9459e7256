using Watchkeeper.Cli.Asking;
using Watchkeeper.Configuration;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Versions;

/// <summary>Finds the version that somebody types: a number, or the beginning of a hash.</summary>
internal sealed class VersionFinder(ConfigurationStore store)
{
    /// <summary>The version in force with its content; null if no file was ever applied.</summary>
    /// <exception cref="AskException">Its row cannot be read.</exception>
    public Task<AppliedConfiguration?> InForceAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => store.ReadAsync(cancellationToken));

    /// <summary>The version with its content.</summary>
    /// <exception cref="AskException">There is none, more than one, or its row cannot be read.</exception>
    public async Task<AppliedConfiguration> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(() => store.FindAsync(typed, null, cancellationToken)) switch
        {
            ConfigurationLookup.Found(var version) => version,
            ConfigurationLookup.Ambiguous(var versions) => throw new AskException(
                $"«{typed}» fits the versions {string.Join(", ", versions.Select(version => version.Number))}: give more digits"),
            _ => throw new AskException(
                $"there is no version «{typed}»: give a number, or {AppliedConfiguration.ShownDigits} digits of the hash, "
                + "as «config history» lists them"),
        };
        return await ReadAsync(() => store.ReadVersionAsync(found.Number, cancellationToken))
            ?? throw new AskException($"the content of version {found.Number} is missing in the table");
    }

    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (UnreadableRowException unreadable)
        {
            throw new AskException($"the version cannot be read: {unreadable.Message}");
        }
    }
}
