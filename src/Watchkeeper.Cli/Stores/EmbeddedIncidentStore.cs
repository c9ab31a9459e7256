using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The incidents in the data folder of an embedded run, whether it is over or goes on.</summary>
internal sealed class EmbeddedIncidentStore : IIncidentStore
{
    private readonly EmbeddedDatabase database;
    private readonly TimeProvider time;

    private EmbeddedIncidentStore(string folder, EmbeddedDatabase database, TimeProvider time)
    {
        (Place, this.database, this.time) = (folder, database, time);
        var table = new EmbeddedTable(database);
        Queries = new IncidentQueries(table, time);
        Detections = new AppliedDetectionStore(table);
        Configurations = new ConfigurationStore(table, time);
        var defaults = WatchkeeperConfiguration.Default();
        Silences = new SilenceStore(table, defaults.HistoryRetention, time);
        Desk = new OperatorDesk(new SlotStore(table, defaults.Lifecycle.SlotRetention), time);
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public IncidentQueries Queries { get; }

    /// <inheritdoc/>
    public OperatorDesk Desk { get; }

    /// <inheritdoc/>
    public AppliedDetectionStore Detections { get; }

    /// <inheritdoc/>
    public ConfigurationStore Configurations { get; }

    /// <inheritdoc/>
    public SilenceStore Silences { get; }

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> ReadConfigurationsAsync(CancellationToken cancellationToken) =>
        FunctionVersions.InForceAsync(RunRecord.Read(Place), Configurations, Detections, cancellationToken);

    /// <summary>Opens the data of a run. The file is neither created nor renamed.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RunException">The file is not the data of a run of this version.</exception>
    public static EmbeddedIncidentStore Open(string folder, TimeProvider time) =>
        new(folder, EmbeddedDatabase.OpenExisting(Path.Combine(folder, DataFolder.Database)), time);

    /// <inheritdoc/>
    public Task<string?> WhoAmIAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        EmbeddedDelivery.CompleteAsync(Place, new ChangeTable(database), time, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
