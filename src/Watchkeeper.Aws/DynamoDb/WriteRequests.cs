using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Creates write requests. If the condition fails, each request returns the current row.</summary>
/// <param name="table">The table's name or ARN.</param>
internal sealed class WriteRequests(string table)
{
    public PutItemRequest Put(RowPut write)
    {
        var expression = new Expression();
        return new PutItemRequest
        {
            TableName = table,
            Item = ItemValues.ToItem(write.Row),
            ConditionExpression = expression.Condition(write.Guard),
            ExpressionAttributeNames = expression.Names,
            ExpressionAttributeValues = expression.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    public UpdateItemRequest Update(RowUpdate write)
    {
        var expression = new Expression();
        return new UpdateItemRequest
        {
            TableName = table,
            Key = ItemValues.ToItem(write.Key),
            ConditionExpression = expression.Condition(write.Guard),
            UpdateExpression = expression.Update(write.Changes),
            ExpressionAttributeNames = expression.Names,
            ExpressionAttributeValues = expression.Values,
            ReturnValues = write.WantsRow ? ReturnValue.ALL_NEW : null,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    public DeleteItemRequest Delete(RowDelete write)
    {
        var expression = new Expression();
        return new DeleteItemRequest
        {
            TableName = table,
            Key = ItemValues.ToItem(write.Key),
            ConditionExpression = expression.Condition(write.Guard),
            ExpressionAttributeNames = expression.Names,
            ExpressionAttributeValues = expression.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    public TransactWriteItemsRequest All(ImmutableArray<RowWrite> writes) => new() { TransactItems = [.. writes.Select(Part)] };

    private TransactWriteItem Part(RowWrite write) => write switch
    {
        RowPut put => new TransactWriteItem { Put = Part(Put(put)) },
        RowUpdate update => new TransactWriteItem { Update = Part(Update(update)) },
        RowDelete delete => new TransactWriteItem { Delete = Part(Delete(delete)) },
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "not a kind of write that is known here"),
    };

    private static Put Part(PutItemRequest whole) => new()
    {
        TableName = whole.TableName,
        Item = whole.Item,
        ConditionExpression = whole.ConditionExpression,
        ExpressionAttributeNames = whole.ExpressionAttributeNames,
        ExpressionAttributeValues = whole.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = whole.ReturnValuesOnConditionCheckFailure,
    };

    private static Update Part(UpdateItemRequest whole) => new()
    {
        TableName = whole.TableName,
        Key = whole.Key,
        UpdateExpression = whole.UpdateExpression,
        ConditionExpression = whole.ConditionExpression,
        ExpressionAttributeNames = whole.ExpressionAttributeNames,
        ExpressionAttributeValues = whole.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = whole.ReturnValuesOnConditionCheckFailure,
    };

    private static Delete Part(DeleteItemRequest whole) => new()
    {
        TableName = whole.TableName,
        Key = whole.Key,
        ConditionExpression = whole.ConditionExpression,
        ExpressionAttributeNames = whole.ExpressionAttributeNames,
        ExpressionAttributeValues = whole.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = whole.ReturnValuesOnConditionCheckFailure,
    };
}
