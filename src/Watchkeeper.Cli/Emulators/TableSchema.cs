using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>From the template's description of a table to the request that makes one like it in an emulator.</summary>
internal static class TableSchema
{
    /// <summary>
    /// Billed by request, so that no throughput has to be named. Time to live is left out: on AWS it takes rows away days late or
    /// never, and nothing may depend on it.
    /// </summary>
    /// <param name="table">The table as the template has it.</param>
    /// <param name="name">What to call it.</param>
    public static CreateTableRequest RequestFor(TableWiring table, string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = KeyOf(table.Key),
        AttributeDefinitions =
            [.. table.AttributeTypes.Select(attribute => new AttributeDefinition(attribute.Key, new ScalarAttributeType(attribute.Value)))],
        GlobalSecondaryIndexes = table.Indexes.IsEmpty
            ? null
            :
            [
                .. table.Indexes.Select(index => new GlobalSecondaryIndex
                {
                    IndexName = index.Name,
                    KeySchema = KeyOf(index.Key),
                    Projection = new Projection { ProjectionType = new ProjectionType(index.Projection) },
                }),
            ],
        StreamSpecification = table.StreamView is { } view
            ? new StreamSpecification { StreamEnabled = true, StreamViewType = new StreamViewType(view) }
            : null,
    };

    private static List<KeySchemaElement> KeyOf(TableKey key)
    {
        var elements = new List<KeySchemaElement> { new(key.Hash, KeyType.HASH) };
        if (key.Range is { } range)
            elements.Add(new KeySchemaElement(range, KeyType.RANGE));
        return elements;
    }
}
