using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>A DynamoDB table with the indexes of template.yaml.</summary>
/// <param name="client">The client, whose own retries and time limits apply.</param>
/// <param name="name">The table's name or ARN.</param>
/// <param name="time">The clock for waits.</param>
public sealed class DynamoDbTable(IAmazonDynamoDB client, string name, TimeProvider time) : IRowTable
{
    private const int MaxKeys = 100;

    private readonly WriteRequests writes = new(name);

    /// <inheritdoc/>
    public async Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        var answer = await client.GetItemAsync(
            new GetItemRequest { TableName = name, Key = ItemValues.ToItem(key), ConsistentRead = true }, cancellationToken);
        return ItemValues.ToRow(answer.Item);
    }

    /// <inheritdoc/>
    public async Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken)
    {
        try
        {
            return write switch
            {
                RowUpdate update => await UpdateAsync(update, cancellationToken),
                RowPut put => await PutAsync(put, cancellationToken),
                RowDelete delete => await DeleteAsync(delete, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(write), write, "not a kind of write that is known here"),
            };
        }
        catch (ConditionalCheckFailedException refused)
        {
            return new RowRefused(ItemValues.ToRow(refused.Item));
        }
        catch (AmazonDynamoDBException invalid) when (invalid.ErrorCode is "ValidationException")
        {
            throw new InvalidRowWriteException(invalid.Message, invalid);
        }
    }

    /// <inheritdoc/>
    public async Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken)
    {
        try
        {
            await client.TransactWriteItemsAsync(this.writes.All(writes), cancellationToken);
            return new RowsWritten();
        }
        catch (TransactionCanceledException canceled)
        {
            return TransactionOutcomes.From(canceled);
        }
        catch (AmazonDynamoDBException invalid) when (invalid.ErrorCode is "ValidationException")
        {
            throw new InvalidRowWriteException(invalid.Message, invalid);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        string pk, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in PagesAsync(QueryRequests.Partition(name, pk, prefix), cancellationToken))
            yield return ItemValues.ToRow(item)!;
    }

    /// <inheritdoc/>
    /// <remarks>The index holds only keys and is eventually consistent. The rows are read from the table.</remarks>
    public async IAsyncEnumerable<Row> QueryIndexAsync(
        RowIndex index, string? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        foreach (var shard in index.AllShards)
        {
            var keys = new List<Dictionary<string, AttributeValue>>(MaxKeys);
            await foreach (var found in PagesAsync(QueryRequests.Shard(name, index, shard, upTo), cancellationToken))
            {
                keys.Add(KeyOf(found));
                if (keys.Count < MaxKeys)
                    continue;
                foreach (var item in await ReadAsync(keys, cancellationToken))
                    yield return ItemValues.ToRow(item)!;
                keys.Clear();
            }

            foreach (var item in await ReadAsync(keys, cancellationToken))
                yield return ItemValues.ToRow(item)!;
        }
    }

    /// <inheritdoc/>
    public async Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(range);
        if (range.IsEmpty)
            return RowPage.Empty;
        var entries = await PagesAsync(QueryRequests.Range(name, range), cancellationToken)
            .Take(range.EntriesToRead).ToListAsync(cancellationToken);
        if (range.Index is not { } index)
            return range.ToPage(entries.Select(entry => (entry[RowKey.SkName].S, ItemValues.ToRow(entry))));
        var rows = new Dictionary<(string Pk, string Sk), Row>();
        foreach (var keys in entries.Select(KeyOf).Chunk(MaxKeys))
        {
            foreach (var item in await ReadAsync([.. keys], cancellationToken))
                rows[(item[RowKey.PkName].S, item[RowKey.SkName].S)] = ItemValues.ToRow(item)!;
        }

        return range.ToPage(entries.Select(entry =>
            (entry[index.SortName].S, rows.GetValueOrDefault((entry[RowKey.PkName].S, entry[RowKey.SkName].S)))));
    }

    private async Task<RowWritten> UpdateAsync(RowUpdate update, CancellationToken cancellationToken)
    {
        var answer = await client.UpdateItemAsync(writes.Update(update), cancellationToken);
        return new RowWritten(update.WantsRow ? ItemValues.ToRow(answer.Attributes) : null);
    }

    private async Task<RowWritten> PutAsync(RowPut put, CancellationToken cancellationToken)
    {
        await client.PutItemAsync(writes.Put(put), cancellationToken);
        return new RowWritten(put.Row);
    }

    private async Task<RowWritten> DeleteAsync(RowDelete delete, CancellationToken cancellationToken)
    {
        await client.DeleteItemAsync(writes.Delete(delete), cancellationToken);
        return new RowWritten(null);
    }

    private static Dictionary<string, AttributeValue> KeyOf(Dictionary<string, AttributeValue> item) =>
        new(StringComparer.Ordinal)
        {
            [RowKey.PkName] = item[RowKey.PkName],
            [RowKey.SkName] = item[RowKey.SkName],
        };

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> PagesAsync(
        QueryRequest query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await client.QueryAsync(query, cancellationToken);
            foreach (var item in page.Items ?? [])
                yield return item;
            query.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } last ? last : null;
        }
        while (query.ExclusiveStartKey is not null);
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(
        List<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, AttributeValue>>(keys.Count);
        // A row that moves within the index between two pages appears twice.
        var wanted = keys.DistinctBy(key => (key[RowKey.PkName].S, key[RowKey.SkName].S)).ToList();
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
            if (tried == RowRetry.MaxTries)
            {
                throw new ProvisionedThroughputExceededException(
                    $"{wanted.Count} rows were not read in {tried} tries: throttled.");
            }

            await RowRetry.PauseAsync(time, tried, 0, cancellationToken);
        }

        return rows;
    }
}
