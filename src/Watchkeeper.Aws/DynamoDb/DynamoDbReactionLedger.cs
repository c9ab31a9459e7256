using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>The reaction ledger in DynamoDB; a reservation is one transaction of 6 write units, 8 for a replacement.</summary>
/// <param name="table">The table.</param>
/// <param name="retention">How long rows are kept (<see cref="Configuration.WatchkeeperConfiguration.HistoryRetention"/>).</param>
public sealed class DynamoDbReactionLedger(DynamoDbTable table, TimeSpan retention) : IReactionLedger
{
    private const int MaxAttempts = 6;
    private const string Absent = "attribute_not_exists(#pk)";
    private const string Started = "#re.#s = :started";
    private const string ConditionFailed = "ConditionalCheckFailed";
    private static readonly string[] Passing = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

    /// <inheritdoc/>
    /// <exception cref="TransactionCanceledException">Others kept writing the same rows, or the table was throttled, try after try.</exception>
    public async Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        for (var tried = 1; ; tried++)
        {
            try
            {
                var request = ReservationRequest.Of(reservation, table.Name, retention);
                await table.Client.TransactWriteItemsAsync(request, cancellationToken);
                return new ReservationResult.Reserved();
            }
            catch (TransactionCanceledException canceled)
            {
                if (ResultOf(canceled.CancellationReasons) is { } result)
                    return result;
                if (tried == MaxAttempts || !canceled.CancellationReasons.Exists(IsPassing))
                    throw;
            }

            await table.PauseAsync(tried, Spread(reservation.Record, tried), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        await PutAsync(record, Absent, null, cancellationToken) is null;

    /// <inheritdoc/>
    /// <remarks>An outcome that stands there already just as it is to be written counts as written: its answer may have been lost.</remarks>
    public async Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var values = new ItemWriter().Name<ReactionStatus>(":started", ReactionStatus.Started).Item;
        return await PutAsync(record, Started, values, cancellationToken) is not { } refused
            || (refused.Item is { Count: > 0 } item && ReactionItem.ReadRow(item) == record);
    }

    /// <inheritdoc/>
    public async Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        await table.ReadAsync(RowKey.Reaction(incidentId, stepName), cancellationToken) is { } item
            ? ReactionItem.ReadRow(item)
            : null;

    /// <summary>The refusal, or null where it was put.</summary>
    private async Task<ConditionalCheckFailedException?> PutAsync(
        ReactionRecord record, string condition, Dictionary<string, AttributeValue>? values, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = ReactionItem.WriteRow(record, retention),
            ConditionExpression = condition,
            ExpressionAttributeNames = Expression.NamesIn(condition),
            ExpressionAttributeValues = values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await table.Client.PutItemAsync(request, cancellationToken);
            return null;
        }
        catch (ConditionalCheckFailedException refused)
        {
            return refused;
        }
    }

    /// <summary>What the guards said; null where something that passes came in between, so that they are to be asked again.</summary>
    private static ReservationResult? ResultOf(List<CancellationReason> reasons)
    {
        if (Failed(reasons, ReservationRequest.Row))
            return new ReservationResult.AlreadyThere(ReactionItem.ReadRow(reasons[ReservationRequest.Row].Item));
        // The row that another writes just now decides before its guards do.
        if (reasons.Exists(IsPassing))
            return null;
        if (Failed(reasons, ReservationRequest.Cooldown))
            return new ReservationResult.Refused(ReactionRefusal.Cooldown);
        if (Failed(reasons, ReservationRequest.Budget))
            return new ReservationResult.Refused(ReactionRefusal.Budget);
        return Failed(reasons, ReservationRequest.Group)
            ? new ReservationResult.Superseded(GroupItem.Read(reasons[ReservationRequest.Group].Item))
            : null;
    }

    private static bool Failed(List<CancellationReason> reasons, int write) =>
        write < reasons.Count && reasons[write].Code is ConditionFailed;

    private static bool IsPassing(CancellationReason reason) => Passing.Contains(reason.Code, StringComparer.Ordinal);

    // Rivals for one target wait for times of their own, so that they do not meet again.
    private static byte Spread(ReactionRecord record, int tried) =>
        Convert.FromHexString(StableHash.Of(record.Incident.Id, record.Step, tried.ToString(CultureInfo.InvariantCulture)))[0];
}
