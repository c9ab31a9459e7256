using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Slots in DynamoDB. A write is one request and never a read: a refused one brings along the slot that stood in its way. Write
/// units for a slot under 1 KB: 2 to open or end an incident (the row and its entry in the index), 1 for anything else.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="retention">How long a slot without a lasting incident is kept (<see cref="LifecycleOptions.SlotRetention"/>).</param>
public sealed class DynamoDbSlotStore(DynamoDbTable table, TimeSpan retention) : ISlotStore
{
    private const string Absent = "attribute_not_exists(#pk)";
    private const string SameVersion = "#v = :expected";

    /// <inheritdoc/>
    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) => write switch
    {
        SlotPut replacement => ReplaceAsync(replacement, cancellationToken),
        SlotUpdate delta => UpdateAsync(delta, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "not a kind of write that is known here"),
    };

    /// <inheritdoc/>
    public async Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        await table.ReadAsync(RowKey.Slot(fingerprint), cancellationToken) is { } item ? SlotItem.Read(item) : null;

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) =>
        ListAsync(SlotItem.Open, slot => slot.Active is not null, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        ListAsync(SlotItem.Dismissed, slot => slot.IsDismissed, cancellationToken);

    private async IAsyncEnumerable<Slot> ListAsync(
        string kind, Func<Slot, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryRequest[] shards =
        [
            .. Enumerable.Range(0, SlotItem.Shards).Select(shard => new QueryRequest
            {
                IndexName = SlotItem.OpenIndex,
                KeyConditionExpression = "#o = :o",
                ExpressionAttributeNames = Expression.NamesIn("#o"),
                ExpressionAttributeValues = new ItemWriter().Text(":o", SlotItem.ShardName(kind, shard)).Item,
            }),
        ];
        await foreach (var slot in table.ReadIndexAsync(shards, item => SlotItem.Read(item), SlotItem.OpenShard, cancellationToken))
        {
            if (isWanted(slot))
                yield return slot;
        }
    }

    private async Task<SlotWriteResult> ReplaceAsync(SlotPut write, CancellationToken cancellationToken)
    {
        var condition = write.Expected == 0 ? Absent : SameVersion;
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = SlotItem.Write(write.Next, retention),
            ConditionExpression = condition,
            ExpressionAttributeNames = Expression.NamesIn(condition),
            ExpressionAttributeValues =
                write.Expected == 0 ? null : new ItemWriter().Number(":expected", write.Expected).Item,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await table.Client.PutItemAsync(request, cancellationToken);
            return new SlotWritten(write.Next);
        }
        catch (ConditionalCheckFailedException refused)
        {
            return Refused(refused);
        }
    }

    private async Task<SlotWriteResult> UpdateAsync(SlotUpdate write, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await table.Client.UpdateItemAsync(SlotUpdateRequest.Of(write, table.Name, retention), cancellationToken);
            return new SlotWritten(SlotItem.Read(answer.Attributes));
        }
        catch (ConditionalCheckFailedException refused)
        {
            return Refused(refused);
        }
    }

    private static SlotRefused Refused(ConditionalCheckFailedException refused) =>
        new(refused.Item is { Count: > 0 } item ? SlotItem.Read(item) : null);
}
