using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Testing;

/// <summary>Creates tables as template.yaml describes its one table.</summary>
public static class TemplateTable
{
    private static readonly Lazy<TableWiring> Wiring = new(Read);

    /// <summary>Creates a table under a unique name; returns that name and the ARN of its stream.</summary>
    public static async Task<(string Name, string StreamArn)> CreateAsync(
        IAmazonDynamoDB client, CancellationToken cancellationToken)
    {
        var name = $"t-{Guid.NewGuid():n}";
        var answer = await client.CreateTableAsync(TableSchema.RequestFor(Wiring.Value, name), cancellationToken);
        return (name, answer.TableDescription.LatestStreamArn);
    }

    private static TableWiring Read()
    {
        var options = new WiringOptions
        {
            Parameters = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("MailAddress", "operations@example.com"),
        };
        return WiringReader.Read(File.ReadAllText(Repository.PathOf("template.yaml")), options) switch
        {
            WiringParseResult.Read { Wiring.Tables: [var table] } => table,
            WiringParseResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException("template.yaml has another number of tables than one."),
        };
    }
}
