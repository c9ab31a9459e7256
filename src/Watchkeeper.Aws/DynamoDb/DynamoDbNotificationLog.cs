using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Timeline and send log in DynamoDB. Write units for a row under 1 KB: 1 to claim it, 1 to settle it; 1 more each time that it
/// enters, moves in or leaves the index of what is due.
/// </summary>
/// <remarks>
/// A claim whose answer was lost and that the SDK tried again is answered <see cref="ClaimResult.Held"/>: whether it is our own
/// cannot be told from another's that runs out at the same time, and waiting is better than telling twice.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="retention">How long rows are kept (<see cref="Configuration.WatchkeeperConfiguration.HistoryRetention"/>).</param>
public sealed class DynamoDbNotificationLog(DynamoDbTable table, TimeSpan retention) : INotificationLog
{
    // The ledger's own rows stand between the two.
    private static readonly string[] Prefixes = ["N#", "T#"];

    // Each refusal means that another process claimed or settled the row, so this is beyond any real race.
    private const int MaxRefusals = 100;

    private readonly NotificationRequests requests = new(table.Name, retention);

    /// <inheritdoc/>
    public async Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        NotificationRecord? current = null;
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var result = ClaimResult.Of(current, fresh, now, heldUntil);
            if (result is not ClaimResult.Claimed { Record: var mine })
                return result;
            var attempt = await UpdateAsync(
                current is null ? requests.PutIfAbsent(mine) : requests.TakeOver(mine, current), cancellationToken);
            if (attempt.Done)
                return result;
            // None where its time to live took the row away meanwhile: it begins anew.
            current = attempt.Current;
        }

        return new ClaimResult.Held(heldUntil);
    }

    /// <inheritdoc/>
    public async Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (await UpdateAsync(requests.Settle(record), cancellationToken)).Done;
    }

    /// <inheritdoc/>
    public async Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (await UpdateAsync(requests.PutIfAbsent(record), cancellationToken)).Done;
    }

    /// <inheritdoc/>
    /// <remarks>An update that the SDK tried again after a lost answer is refused by its own feedback, and read as a duplicate.</remarks>
    public async Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken)
    {
        var item = await table.ReadAsync(RowKey.Notification(incidentId, key), cancellationToken);
        var current = item is null ? null : NotificationItem.Read(item);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var result = FeedbackResult.Of(current, feedback);
            if (!result.IsRecorded)
                return result;
            var attempt = await UpdateAsync(requests.SetFeedback(result.Record!, current!), cancellationToken);
            if (attempt.Done)
                return result;
            current = attempt.Current;
        }

        throw new InvalidOperationException($"others wrote feedback to {key} of {incidentId} {MaxRefusals} times in between");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryRequest[] shards = [.. Enumerable.Range(0, NotificationItem.Shards).Select(shard => NotificationRequests.Due(shard, now))];
        await foreach (var record in table.ReadIndexAsync(shards, NotificationItem.Read, NotificationItem.DueShard, cancellationToken))
        {
            if (record.DueAt <= now)
                yield return record;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NotificationRecord> ListAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var prefix in Prefixes)
        {
            await foreach (var item in table.QueryAsync(NotificationRequests.Of(incidentId, prefix), cancellationToken))
                yield return NotificationItem.Read(item);
        }
    }

    private async Task<Attempt> UpdateAsync(UpdateItemRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await table.Client.UpdateItemAsync(request, cancellationToken);
            return new Attempt(true, null);
        }
        catch (ConditionalCheckFailedException refused)
        {
            return Attempt.Refused(refused);
        }
    }

    /// <summary>A conditional write: done, or the row that stood against it.</summary>
    private readonly record struct Attempt(bool Done, NotificationRecord? Current)
    {
        public static Attempt Refused(ConditionalCheckFailedException refused) =>
            new(false, refused.Item is { Count: > 0 } item ? NotificationItem.Read(item) : null);
    }
}
