using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Reactions;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>A reservation as one transaction of three writes, four for a replacement, in the order in which their refusals count.</summary>
internal static class ReservationRequest
{
    /// <summary>Where each write stands in the transaction, and so its reason in the answer.</summary>
    public const int Row = 0, Cooldown = 1, Budget = 2, Group = 3;

    // Guards are kept a while longer than they count, in case somebody wants to see why one stood.
    private static readonly TimeSpan GuardRetention = TimeSpan.FromDays(2);

    private const string Absent = "attribute_not_exists(#pk)";
    private const string CooldownOver = "attribute_not_exists(#pk) OR #un <= :now";
    private const string CooldownStart = "SET #un = :until, #ttl = :ttl";
    private const string BudgetLeft = "attribute_not_exists(#n) OR #n < :max";
    private const string BudgetNone = "#n < :max";
    private const string BudgetTaken = "SET #ttl = :ttl ADD #n :one";
    private const string SameVersion = $"#{GroupItem.Version} = :known";

    // The SDK gives each request a token of its own and repeats it with its retries: an answer that was lost comes again as it was,
    // and a second caller with the very same reservation is still refused.
    public static TransactWriteItemsRequest Of(Reservation reservation, string table, TimeSpan retention) => new()
    {
        TransactItems =
        [
            new TransactWriteItem { Put = PutIf(Absent, ReactionItem.WriteRow(reservation.Record, retention), table) },
            new TransactWriteItem { Update = StartCooldown(reservation, table) },
            new TransactWriteItem { Update = TakeFromBudget(reservation, table) },
            .. GroupOf(reservation, table),
        ],
    };

    /// <summary>Where it is refused, the answer says what is there.</summary>
    private static Put PutIf(
        string condition, Dictionary<string, AttributeValue> item, string table, Dictionary<string, AttributeValue>? values = null) => new()
        {
            TableName = table,
            Item = item,
            ConditionExpression = condition,
            ExpressionAttributeNames = Expression.NamesIn(condition),
            ExpressionAttributeValues = values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

    private static IEnumerable<TransactWriteItem> GroupOf(Reservation reservation, string table)
    {
        if (reservation.Group is not { } group)
            yield break;
        var item = GroupItem.WriteRow(RowKey.Group(group.Key), group.Next, reservation.Now + GuardRetention);
        var put = group.Known.Version == 0
            ? PutIf(Absent, item, table)
            : PutIf(SameVersion, item, table, new ItemWriter().Number(":known", group.Known.Version).Item);
        yield return new TransactWriteItem { Put = put };
    }

    private static Update StartCooldown(Reservation reservation, string table) => new()
    {
        TableName = table,
        Key = RowKey.Cooldown(reservation.CooldownKey).ToItem(),
        UpdateExpression = CooldownStart,
        ConditionExpression = CooldownOver,
        ExpressionAttributeNames = Expression.NamesIn(CooldownStart, CooldownOver),
        ExpressionAttributeValues = new ItemWriter()
            .Time(":now", reservation.Now)
            .Time(":until", reservation.CooldownUntil)
            .Expires(":ttl", reservation.CooldownUntil + GuardRetention)
            .Item,
    };

    private static Update TakeFromBudget(Reservation reservation, string table)
    {
        // Of a budget of nothing not even the first can be taken; a comparison with what is not there is false.
        var condition = reservation.Budget > 0 ? BudgetLeft : BudgetNone;
        return new Update
        {
            TableName = table,
            Key = RowKey.Budget(reservation.BudgetKey).ToItem(),
            UpdateExpression = BudgetTaken,
            ConditionExpression = condition,
            ExpressionAttributeNames = Expression.NamesIn(BudgetTaken, condition),
            ExpressionAttributeValues = new ItemWriter()
                .Number(":one", 1)
                .Number(":max", reservation.Budget)
                .Expires(":ttl", reservation.Now + GuardRetention)
                .Item,
        };
    }
}
