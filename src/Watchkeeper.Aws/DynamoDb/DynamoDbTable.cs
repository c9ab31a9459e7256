using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>The one table, and reading from it. Stores are made over it; they share its client.</summary>
/// <param name="client">The client; its own retries and time limits count.</param>
/// <param name="name">The table's name or ARN.</param>
/// <param name="time">The clock that waits are counted by.</param>
public sealed class DynamoDbTable(IAmazonDynamoDB client, string name, TimeProvider time)
{
    private const int MaxKeys = 100;
    private const int MaxAttempts = 6;

    /// <summary>
    /// Keeps a row that cannot be read while a list is made, before it is taken out of the list's index: it must not stop the others each
    /// time anew. Null: the list fails.
    /// </summary>
    public Func<UnreadableRow, CancellationToken, Task>? SetAside { get; init; }

    /// <summary>The client.</summary>
    internal IAmazonDynamoDB Client => client;

    /// <summary>The table's name or ARN.</summary>
    internal string Name => name;

    /// <summary>Waits before another try: 25, 50, 100 … milliseconds, and up to as much again by <paramref name="spread"/> (0 to 255).</summary>
    internal Task PauseAsync(int tried, byte spread, CancellationToken cancellationToken)
    {
        var least = TimeSpan.FromMilliseconds(25 * (1 << (tried - 1)));
        return Task.Delay(least + (least * spread / byte.MaxValue), time, cancellationToken);
    }

    /// <summary>One row, consistently; null where there is none.</summary>
    internal async Task<Dictionary<string, AttributeValue>?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        var answer = await client.GetItemAsync(
            new GetItemRequest { TableName = name, Key = key.ToItem(), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>All rows that a query finds, page by page.</summary>
    internal async IAsyncEnumerable<Dictionary<string, AttributeValue>> QueryAsync(
        QueryRequest query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        query.TableName = name;
        do
        {
            var page = await client.QueryAsync(query, cancellationToken);
            foreach (var item in page.Items ?? [])
                yield return item;
            query.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } last ? last : null;
        }
        while (query.ExclusiveStartKey is not null);
    }

    /// <summary>
    /// The rows that stand in one of the sparse indexes, over all of its shards. The index lags and holds keys alone; the rows are
    /// read from the table, consistently, and may say something else by now.
    /// </summary>
    /// <param name="shards">The queries, one for each shard.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="shardKey">The index's partition key: without it a row is in the index no more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<T> ReadIndexAsync<T>(
        IReadOnlyList<QueryRequest> shards,
        Func<Dictionary<string, AttributeValue>, T> read,
        string shardKey,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in ReadIndexAsync(shards, cancellationToken))
        {
            T row;
            try
            {
                row = read(item);
            }
            catch (UnreadableRowException unreadable) when (SetAside is not null)
            {
                await SetAsideAsync(item, unreadable, shardKey, cancellationToken);
                continue;
            }

            yield return row;
        }
    }

    private async Task SetAsideAsync(
        Dictionary<string, AttributeValue> item, UnreadableRowException unreadable, string shardKey, CancellationToken cancellationToken)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            ItemJson.Write(writer, item);
        await SetAside!(new UnreadableRow(json.WrittenMemory, unreadable.Path, unreadable.Reason), cancellationToken);
        try
        {
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = name,
                    Key = RowKey.Of(item).ToItem(),
                    ConditionExpression = "attribute_exists(#k)",
                    UpdateExpression = "REMOVE #k",
                    ExpressionAttributeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["#k"] = shardKey },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another sweep was as fast.
        }
    }

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> ReadIndexAsync(
        IReadOnlyList<QueryRequest> shards, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in shards)
        {
            var keys = new List<RowKey>(MaxKeys);
            await foreach (var found in QueryAsync(shard, cancellationToken))
            {
                keys.Add(RowKey.Of(found));
                if (keys.Count < MaxKeys)
                    continue;
                foreach (var row in await ReadAsync(keys, cancellationToken))
                    yield return row;
                keys.Clear();
            }

            foreach (var row in await ReadAsync(keys, cancellationToken))
                yield return row;
        }
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(List<RowKey> keys, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, AttributeValue>>(keys.Count);
        var wanted = keys.Distinct().Select(key => key.ToItem()).ToList();
        for (var tried = 1; wanted.Count > 0; tried++)
        {
            var ask = new KeysAndAttributes { Keys = wanted, ConsistentRead = true };
            var answer = await client.BatchGetItemAsync(
                new BatchGetItemRequest { RequestItems = new(StringComparer.Ordinal) { [name] = ask } }, cancellationToken);
            if (answer.Responses?.TryGetValue(name, out var found) is true)
                rows.AddRange(found);
            wanted = answer.UnprocessedKeys is { Count: > 0 } left ? left.Values.First().Keys : [];
            if (wanted.Count == 0)
                break;
            if (tried == MaxAttempts)
            {
                throw new ProvisionedThroughputExceededException(
                    string.Create(CultureInfo.InvariantCulture, $"{wanted.Count} rows were not read in {tried} tries: throttled."));
            }

            await PauseAsync(tried, 0, cancellationToken);
        }

        return rows;
    }
}
