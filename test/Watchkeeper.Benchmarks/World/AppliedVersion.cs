using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Benchmarks.World;

/// <summary>
/// A version of the configuration of 200 lines in the functions' tables, which can be put in force and out of force: the row that
/// functions read comes and goes.
/// </summary>
internal sealed class AppliedVersion
{
    private readonly ImmutableArray<(DynamoDbTable Table, Row Head)> tables;
    private bool isInForce = true;

    private AppliedVersion(ImmutableArray<(DynamoDbTable Table, Row Head)> tables) => this.tables = tables;

    /// <summary>Checks the file and applies it in each table.</summary>
    public static async Task<AppliedVersion> ApplyAsync(
        IAmazonDynamoDB client, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "World", "watchkeeper.yaml");
        var file = ConfigurationInput.Read(path, Clock.System.GetUtcNow());
        if (!file.IsAppliable)
            throw new BenchmarkException($"{path} cannot be applied: {string.Join("; ", file.Problems)}");
        var tables = ImmutableArray.CreateBuilder<(DynamoDbTable Table, Row Head)>();
        foreach (var table in names.Select(name => new DynamoDbTable(client, name, Clock.System)))
        {
            await new ConfigurationStore(table, Clock.System).ApplyAsync(
                null, file.ToJson(), "benchmarks", "", Clock.System.GetUtcNow(), cancellationToken);
            tables.Add((table, (await table.ReadAsync(Keys.ConfigurationHead, cancellationToken))!));
        }

        return new AppliedVersion(tables.ToImmutable());
    }

    /// <summary>Puts the version in force, or leaves functions without any.</summary>
    public async Task SetAsync(bool toBeInForce, CancellationToken cancellationToken)
    {
        if (isInForce == toBeInForce)
            return;
        foreach (var (table, head) in tables)
            await table.WriteAsync(toBeInForce ? new RowPut(head) : new RowDelete(RowKey.From(head)), cancellationToken);
        isInForce = toBeInForce;
    }
}
