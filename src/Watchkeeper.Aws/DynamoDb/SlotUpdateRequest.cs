using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// A delta as one update: its condition is <see cref="SlotUpdate.Holds"/>, its assignments are <see cref="SlotUpdate.Apply"/>. A
/// comparison with an attribute that is not there is false, so a slot that is not there, or has no incident, refuses it.
/// </summary>
internal static class SlotUpdateRequest
{
    private const string Lasts = "#z = :z AND #st IN (:open, :acknowledged) AND size(#r) < :capacity AND NOT contains(#r, :id)";
    private const string NewerState = " AND (#na < :at OR (#na = :at AND #ni < :id))";
    private const string NotOlderOccurrence = " AND #na <= :at";
    private const string NotWorse = " AND #sv >= :severity AND attribute_not_exists(#mu)";
    private const string Known = " AND (#an >= :maxacts OR contains(#ac, :act))";
    private const string KnownRefused = " AND (#an >= :maxacts OR contains(#ac, :act) OR contains(#ac, :refused))";

    private const string Taken =
        "SET #v = #v + :one, #c = #c + :one, #na = :at, #ni = :id, #e = :entry, #r = list_append(#r, :ids)";

    private const string Shown = ", #su = :subject";

    // The end of the incident takes the row out of the index and gives it an end of its own.
    private const string Ended = ", #st = :resolved, #ra = :at, #ttl = :ttl REMOVE #o, #os";

    /// <param name="delta">The delta.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="retention">How long a slot is kept after the end of its incident.</param>
    public static UpdateItemRequest Of(SlotUpdate delta, string table, TimeSpan retention)
    {
        var condition = Lasts
            + (delta.Nature is SignalNature.State ? NewerState : NotOlderOccurrence)
            + (delta.Resolves ? "" : NotWorse + NoNews(delta.Act));
        var update = Taken + (delta.Subject is null ? "" : Shown) + (delta.Resolves ? Ended : "");
        return new UpdateItemRequest
        {
            TableName = table,
            Key = RowKey.Slot(delta.Fingerprint).ToItem(),
            ConditionExpression = condition,
            UpdateExpression = update,
            ExpressionAttributeNames = Expression.NamesIn(condition, update),
            ExpressionAttributeValues = Values(delta, retention),
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    private static string NoNews(Act? act) => act switch
    {
        null => "",
        { IsRefused: true } => KnownRefused,
        _ => Known,
    };

    private static Dictionary<string, AttributeValue> Values(SlotUpdate delta, TimeSpan retention)
    {
        var values = new ItemWriter()
            .Number(":z", RowSchema.Current)
            .Name<IncidentStatus>(":open", IncidentStatus.Open)
            .Name<IncidentStatus>(":acknowledged", IncidentStatus.Acknowledged)
            .Number(":capacity", RecentSignalIds.Capacity)
            .Number(":one", 1)
            .Time(":at", delta.Last.OccurredAt)
            .Packed(":id", delta.Last.SignalId, Packing.Hash)
            .List(":ids", [Packing.Hash.Write(delta.Last.SignalId)])
            .Map(":entry", IncidentChangeItem.Write(delta.Last, new IncidentChangeItem.Implied(delta.Last.SignalId, delta.Last.OccurredAt)));
        if (delta.Subject is { } subject)
            values.Map(":subject", SubjectItem.Write(subject));
        if (delta.Resolves)
            values.Name<IncidentStatus>(":resolved", IncidentStatus.Resolved).Expires(":ttl", delta.Last.RecordedAt + retention);
        else
            AddFiring(values, delta);
        return values.Item;
    }

    private static void AddFiring(ItemWriter values, SlotUpdate delta)
    {
        values.Number(":severity", (int)delta.Severity);
        if (delta.Act is not { } act)
            return;
        values.Number(":maxacts", NotificationState.MaxActs).Text(":act", act.Key);
        if (act.IsRefused)
            values.Text(":refused", act.Mark);
    }
}
