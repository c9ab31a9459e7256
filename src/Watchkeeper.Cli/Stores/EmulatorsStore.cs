using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Cli.Stores;

/// <summary>Opens the table of a run with emulators while it goes on.</summary>
internal static class EmulatorsStore
{
    /// <summary>Opens the table of the run in a data folder, and asks it once.</summary>
    /// <exception cref="RunException">The folder is of another backend, or the run is over.</exception>
    public static async Task<IIncidentStore> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (RunRecord.Read(folder) is not { Backend: StoreOptions.Emulators, DynamoDbUrl: { } url, Table: { } table } record)
        {
            throw new RunException($"«{folder}» holds no run with emulators. Give the data folder of one with --data.")
            {
                IsUsage = true,
            };
        }

        if (RunLock.TryTake(folder) is { } free)
        {
            await free.DisposeAsync();
            throw Over(folder);
        }

        var connections = new AwsConnections(TrustStore.System);
        var config = connections.Configure(new AmazonDynamoDBConfig { IgnoreConfiguredEndpointUrls = true });
        (config.ServiceURL, config.AuthenticationRegion) = (url, record.Region);
        var store = new DynamoDbIncidentStore(
            new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config), connections, table, Explain, time)
        {
            Place = $"emulators: {folder}, table {table} at {url}",
            Run = record,
        };
        return await store.TriedAsync(cancellationToken);

        RunException? Explain(Exception fault, CancellationToken cancellation) => fault switch
        {
            _ when cancellation.IsCancellationRequested => null,
            HttpRequestException or AmazonClientException or IOException or OperationCanceledException => Over(folder, fault),
            AmazonServiceException answer => new RunException(
                $"DynamoDB Local at {url} answered {answer.ErrorCode}: {answer.Message}", answer),
            _ => null,
        };
    }

    private static RunException Over(string folder, Exception? cause = null) => new(
        $"The run in «{folder}» has ended, and the data of its emulators with it. "
        + "Ask while the run goes on (run without --once), or use --backend embedded, whose data stays.",
        cause);
}
