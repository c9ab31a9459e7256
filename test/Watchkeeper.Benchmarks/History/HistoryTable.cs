using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Queries;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Benchmarks.History;

/// <summary>A table in DynamoDB Local with a history of ended incidents, written by the stores' own code in batches.</summary>
internal sealed class HistoryTable : IAsyncDisposable
{
    private const int BatchSize = 25;
    private const string Name = "history";

    private readonly DynamoDbLocal emulator;
    private readonly AmazonDynamoDBClient client;

    private HistoryTable(DynamoDbLocal emulator)
    {
        this.emulator = emulator;
        client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = emulator.ServiceUrl, AuthenticationRegion = "eu-central-1" });
        Table = new DynamoDbTable(client, Name, Clock.System);
    }

    public DynamoDbTable Table { get; }

    public IncidentQueries Queries => new(Table, Clock.System);

    public static async Task<HistoryTable> CreateAsync(CancellationToken cancellationToken)
    {
        var template = Repository.Template(null);
        var options = new EmulatorOptions
        {
            Root = Path.GetDirectoryName(template)!,
            Time = Clock.System,
            Progress = Console.Error.WriteLine,
        };
        var table = new HistoryTable(await DynamoDbLocal.StartAsync(options, cancellationToken));
        var wiring = Repository.Wiring(template, ImmutableDictionary<string, string>.Empty, new PhysicalNames());
        await table.client.CreateTableAsync(TableSchema.RequestFor(wiring.Tables.Single(), Name), cancellationToken);
        return table;
    }

    public async Task WriteAsync(IEnumerable<Row> rows, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            rows.Chunk(BatchSize),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (batch, token) =>
            {
                var request = new BatchWriteItemRequest
                {
                    RequestItems = new(StringComparer.Ordinal)
                    {
                        [Name] = [.. batch.Select(row => new WriteRequest(new PutRequest(ItemValues.ToItem(row))))],
                    },
                };
                var answer = await client.BatchWriteItemAsync(request, token);
                if (answer.UnprocessedItems is { Count: > 0 } left)
                {
                    throw new BenchmarkException(string.Create(
                        CultureInfo.InvariantCulture, $"DynamoDB Local left {left.Count} items of a batch unwritten."));
                }
            });

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }
}
