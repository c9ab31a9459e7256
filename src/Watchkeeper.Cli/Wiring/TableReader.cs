using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Reads an AWS::DynamoDB::Table.</summary>
internal static class TableReader
{
    public static TableWiring Read(string logicalId, Fields table)
    {
        var timeToLive = table.Map("TimeToLiveSpecification");
        return new TableWiring
        {
            LogicalId = logicalId,
            Key = Key(table),
            Indexes = [.. table.Maps("GlobalSecondaryIndexes").Select(Index)],
            AttributeTypes = Types(table),
            StreamView = table.Map("StreamSpecification").Text("StreamViewType"),
            TimeToLive = timeToLive.Flag("Enabled") == true ? timeToLive.RequiredText("AttributeName") : null,
        };
    }

    private static TableIndex Index(Fields index) => new(
        index.RequiredText("IndexName"),
        Key(index),
        index.Map("Projection").RequiredText("ProjectionType"));

    private static TableKey Key(Fields owner)
    {
        var parts = owner.Maps("KeySchema")
            .ToLookup(part => part.RequiredText("KeyType"), part => part.RequiredText("AttributeName"), StringComparer.Ordinal);
        if (parts["HASH"].FirstOrDefault() is { } hash)
            return new TableKey(hash, parts["RANGE"].FirstOrDefault());
        owner.Problem(owner.Place, "KeySchema", "has no key of type HASH");
        return new TableKey("", null);
    }

    private static ImmutableSortedDictionary<string, string> Types(Fields table)
    {
        var types = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var attribute in table.Maps("AttributeDefinitions"))
            types[attribute.RequiredText("AttributeName")] = attribute.RequiredText("AttributeType");
        return types.ToImmutable();
    }
}
