using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>The requests of the notice log.</summary>
/// <param name="table">The table's name.</param>
/// <param name="retention">How long rows are kept.</param>
internal sealed class NotificationRequests(string table, TimeSpan retention)
{
    private const string Absent = "attribute_not_exists(#pk)";
    private const string SameClaim = "#cl = :cl";
    private const string StillHeld = SameClaim + " AND #hu = :held";
    private const string StillFree = SameClaim + " AND attribute_not_exists(#hu)";
    private const string Hold = "SET #cl = :mine, #hu = :hu";
    private const string EndedForGood = "SET #dl = :dl REMOVE #hu, #d, #ds";
    private const string EndedForNow = "SET #dl = :dl, #d = :d, #ds = :ds REMOVE #hu";
    private const string AddFeedback = "SET #fb = :fb";
    private const string NoFeedback = "attribute_exists(#pk) AND attribute_not_exists(#fb)";
    private const string SameFeedback = "#fb = :known";
    private const string DueUntil = "#d = :d AND #ds <= :ds";
    private const string Timeline = "#pk = :pk AND begins_with(#sk, :prefix)";

    /// <summary>
    /// The whole row, where there is none. It is an update like the one that settles it: the SDK prepares itself for each kind of answer
    /// by itself, and a second kind took some twentieth of the start of a function that tells people.
    /// </summary>
    public UpdateItemRequest PutIfAbsent(NotificationRecord record)
    {
        var row = NotificationItem.Write(record, retention);
        string[] names = [.. row.Keys.Where(name => name is not (RowKey.PkName or RowKey.SkName))];
        return Update(
            record,
            $"SET {string.Join(", ", names.Select(name => $"#{name} = :{name}"))}",
            Absent,
            names.ToDictionary(name => $":{name}", name => row[name], StringComparer.Ordinal));
    }

    /// <summary>
    /// Holds as long as nobody claimed or settled the row since it was read: one that settles it late would otherwise not be heard of,
    /// and what was sent would be sent again.
    /// </summary>
    /// <param name="mine">The row with our claim.</param>
    /// <param name="before">The row as it was read.</param>
    public UpdateItemRequest TakeOver(NotificationRecord mine, NotificationRecord before) => Update(
        mine,
        Hold,
        before.HeldUntil is null ? StillFree : StillHeld,
        new ItemWriter()
            .Number(":mine", mine.Claim)
            .Time(":hu", mine.HeldUntil)
            .Number(":cl", before.Claim)
            .Time(":held", before.HeldUntil)
            .Item);

    public UpdateItemRequest Settle(NotificationRecord record)
    {
        var values = new ItemWriter()
            .Number(":cl", record.Claim)
            .List(":dl", record.Deliveries.Select(delivery => DeliveryItem.Write(delivery).ToValue()));
        return Update(
            record, record.DueAt is null ? EndedForGood : EndedForNow, SameClaim, NotificationItem.Due(values, record, ":d", ":ds").Item);
    }

    /// <summary>Touches nothing else of the row, so that whoever claims or settles it meanwhile is not in the way.</summary>
    /// <param name="record">The row with the feedback.</param>
    /// <param name="before">The row as it was read.</param>
    public UpdateItemRequest SetFeedback(NotificationRecord record, NotificationRecord before)
    {
        var values = new ItemWriter().List(":fb", record.Feedback.Select(each => FeedbackItem.Write(each).ToValue()));
        return before.Feedback.IsEmpty
            ? Update(record, AddFeedback, NoFeedback, values.Item)
            : Update(
                record, AddFeedback, SameFeedback,
                values.List(":known", before.Feedback.Select(each => FeedbackItem.Write(each).ToValue())).Item);
    }

    public static QueryRequest Due(int shard, DateTimeOffset now) => new()
    {
        IndexName = NotificationItem.DueIndex,
        KeyConditionExpression = DueUntil,
        ExpressionAttributeNames = Expression.NamesIn(DueUntil),
        ExpressionAttributeValues = new ItemWriter()
            .Text(":d", NotificationItem.ShardName(shard))
            .Text(":ds", NotificationItem.SortableTime(now))
            .Item,
    };

    /// <summary>One incident's notices whose keys begin so.</summary>
    public static QueryRequest Of(string incidentId, string prefix) => new()
    {
        KeyConditionExpression = Timeline,
        ConsistentRead = true,
        ExpressionAttributeNames = Expression.NamesIn(Timeline),
        ExpressionAttributeValues =
            new ItemWriter().Text(":pk", RowKey.Incident(incidentId)).Text(":prefix", prefix).Item,
    };

    private UpdateItemRequest Update(
        NotificationRecord record, string update, string condition, Dictionary<string, AttributeValue> values) => new()
        {
            TableName = table,
            Key = NotificationItem.KeyOf(record).ToItem(),
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = Expression.NamesIn(update, condition),
            ExpressionAttributeValues = values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
}
