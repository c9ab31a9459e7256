using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Creates the emulator's table request from the template's table.</summary>
internal static class TableSchema
{
    /// <summary>
    /// Creates the request. The billing mode is per request, so that no throughput is necessary. Time to live is omitted: AWS
    /// deletes expired rows days late or never, so nothing may depend on it.
    /// </summary>
    /// <param name="table">The table of the template.</param>
    /// <param name="name">The table's name.</param>
    public static CreateTableRequest RequestFor(TableWiring table, string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = KeyOf(table.Key),
        AttributeDefinitions =
            [
                .. table.AttributeTypes.Select(attribute =>
                    new AttributeDefinition(attribute.Key, new ScalarAttributeType(attribute.Value)))
            ],
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
