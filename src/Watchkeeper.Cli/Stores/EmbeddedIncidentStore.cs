using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The incidents in the data folder of an embedded run, whether it is over or goes on.</summary>
internal sealed class EmbeddedIncidentStore : IIncidentStore
{
    private readonly EmbeddedDatabase database;

    private EmbeddedIncidentStore(string folder, string file, TimeProvider time)
    {
        Place = folder;
        database = EmbeddedDatabase.Open(file);
        var table = new EmbeddedTable(database);
        Queries = new IncidentQueries(table, time);
        Desk = new OperatorDesk(new SlotStore(table, WatchkeeperConfiguration.Default().Lifecycle.SlotRetention), time);
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public IncidentQueries Queries { get; }

    /// <inheritdoc/>
    public OperatorDesk Desk { get; }

    /// <summary>Opens the data of a run.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RunException">The folder holds no data of an embedded run.</exception>
    public static EmbeddedIncidentStore Open(string folder, TimeProvider time)
    {
        var file = Path.Combine(folder, "watchkeeper.db");
        return File.Exists(file)
            ? new EmbeddedIncidentStore(folder, file, time)
            : throw new RunException($"«{folder}» holds no data of an embedded run: watchkeeper.db is missing.");
    }

    /// <inheritdoc/>
    public Task<string?> WhoAmIAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
