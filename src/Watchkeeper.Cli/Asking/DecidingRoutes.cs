using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Cli.Asking;

/// <summary>A route tree, and the version of the configuration that it is of.</summary>
/// <param name="Root">The root.</param>
/// <param name="Version">The version's number; null for the routes without a configuration file.</param>
internal sealed record VersionedRoutes(Route Root, long? Version)
{
    /// <summary>The routes without a configuration file.</summary>
    public static VersionedRoutes Default { get; } = new(WatchkeeperConfiguration.Default().Route, null);
}

/// <summary>Finds the route tree that an entry's receivers were chosen by.</summary>
/// <param name="versions">Finds the version.</param>
/// <param name="store">Reads its content.</param>
internal sealed class DecidingRoutes(DecidingVersions versions, ConfigurationStore store)
{
    private readonly Dictionary<long, VersionedRoutes> known = [];

    /// <summary>The tree; null if the version cannot be found or read.</summary>
    /// <param name="record">The entry.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<VersionedRoutes?> FindAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        if (record.RoutedBy is { } routedBy)
        {
            return routedBy == NotificationRecord.Parameters
                ? VersionedRoutes.Default
                : await ReadAsync(routedBy, cancellationToken);
        }

        return await versions.FindAsync(record.Entry.Change?.Configuration, record.Entry.At, cancellationToken) switch
        {
            null => VersionedRoutes.Default,
            { Number: { } number } => await ReadAsync(number, cancellationToken),
            _ => null,
        };
    }

    private async Task<VersionedRoutes?> ReadAsync(long number, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(number, out var routes))
            return routes;
        try
        {
            if (await store.ReadVersionAsync(number, cancellationToken) is not { } version)
                return null;
            var result = ConfigurationReader.Read(version.Content, WatchkeeperConfiguration.Default());
            return result.IsRead ? known[number] = new VersionedRoutes(result.Configuration.Route, number) : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
