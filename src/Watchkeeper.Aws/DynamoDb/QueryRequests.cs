using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Creates query requests.</summary>
internal static class QueryRequests
{
    /// <summary>Queries a partition's rows whose sort keys start with the prefix, with consistent reads.</summary>
    public static QueryRequest Partition(string table, string pk, string prefix) => new()
    {
        TableName = table,
        ConsistentRead = true,
        // DynamoDB refuses an empty prefix.
        KeyConditionExpression = prefix.Length == 0 ? "#k = :k" : "#k = :k AND begins_with(#s, :s)",
        ExpressionAttributeNames = Names(RowKey.PkName, prefix.Length == 0 ? null : RowKey.SkName),
        ExpressionAttributeValues = Values(pk, prefix.Length == 0 ? null : prefix),
    };

    /// <summary>Queries the keys of the rows in a shard of an index.</summary>
    public static QueryRequest Shard(string table, RowIndex index, string shard, string? upTo) => new()
    {
        TableName = table,
        IndexName = index.Name,
        KeyConditionExpression = upTo is null ? "#k = :k" : "#k = :k AND #s <= :s",
        ExpressionAttributeNames = Names(index.ShardName, upTo is null ? null : index.SortName),
        ExpressionAttributeValues = Values(shard, upTo),
    };

    /// <summary>Queries a range of a partition with consistent reads, or the keys in a range of an index's shard.</summary>
    public static QueryRequest Range(string table, RowRange range)
    {
        var (lower, upper) = range.Bounds;
        var query = new QueryRequest
        {
            TableName = table,
            IndexName = range.Index?.Name,
            ConsistentRead = range.Index is null,
            ScanIndexForward = !range.IsDescending,
            Limit = range.EntriesToRead,
            KeyConditionExpression = (lower, upper) switch
            {
                (null, null) => "#k = :k",
                ({ }, null) => "#k = :k AND #s >= :s",
                (null, { }) => "#k = :k AND #s <= :s",
                _ => "#k = :k AND #s BETWEEN :s AND :t",
            },
            ExpressionAttributeNames = Names(
                range.Index?.ShardName ?? RowKey.PkName,
                lower is null && upper is null ? null : range.Index?.SortName ?? RowKey.SkName),
            ExpressionAttributeValues = Values(range.Partition, lower ?? upper),
        };
        if (lower is not null && upper is not null)
            query.ExpressionAttributeValues[":t"] = new AttributeValue { S = upper };
        return query;
    }

    private static Dictionary<string, string> Names(string partition, string? sort)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["#k"] = partition };
        if (sort is not null)
            names["#s"] = sort;
        return names;
    }

    private static Dictionary<string, AttributeValue> Values(string partition, string? sort)
    {
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":k"] = new() { S = partition } };
        if (sort is not null)
            values[":s"] = new AttributeValue { S = sort };
        return values;
    }
}
