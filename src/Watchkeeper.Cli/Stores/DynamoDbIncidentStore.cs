using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The incidents in a DynamoDB table. The functions react to its stream, so nothing is left to send.</summary>
internal sealed class DynamoDbIncidentStore : IIncidentStore
{
    private readonly IAmazonDynamoDB client;
    private readonly IDisposable connections;

    /// <summary>Creates the store without asking the table.</summary>
    /// <param name="client">The client, which the store disposes of.</param>
    /// <param name="connections">What the client uses and the store disposes of.</param>
    /// <param name="name">The table's name or ARN.</param>
    /// <param name="explain">Explains errors of the table.</param>
    /// <param name="time">The clock.</param>
    public DynamoDbIncidentStore(
        IAmazonDynamoDB client, IDisposable connections, string name, Func<Exception, CancellationToken, RunException?> explain,
        TimeProvider time)
    {
        (this.client, this.connections) = (client, connections);
        var table = new ExplainedTable(new DynamoDbTable(client, name, time), explain);
        Queries = new IncidentQueries(table, time);
        Detections = new AppliedDetectionStore(table);
        Configurations = new ConfigurationStore(table, time);
        var defaults = WatchkeeperConfiguration.Default();
        Silences = new SilenceStore(table, defaults.HistoryRetention, time);
        Desk = new OperatorDesk(new SlotStore(table, defaults.Lifecycle.SlotRetention), time);
    }

    /// <inheritdoc/>
    public required string Place { get; init; }

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

    /// <summary>The record of the run; null for an installation in AWS.</summary>
    public RunRecord? Run { get; init; }

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> ReadConfigurationsAsync(CancellationToken cancellationToken) =>
        FunctionVersions.InForceAsync(Run, Configurations, Detections, cancellationToken);

    /// <summary>Who acts; null if only the caller can say.</summary>
    public string? Caller { get; init; }

    /// <summary>
    /// Asks the table once, so that a wrong setting shows before the first question. If one does, the store is disposed of.
    /// </summary>
    /// <exception cref="RunException">The table does not answer.</exception>
    public async Task<IIncidentStore> TriedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Queries.TryAsync(cancellationToken);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<string?> WhoAmIAsync(CancellationToken cancellationToken) => Task.FromResult(Caller);

    /// <inheritdoc/>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        connections.Dispose();
        return ValueTask.CompletedTask;
    }
}
