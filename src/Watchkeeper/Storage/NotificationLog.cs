using System.Runtime.CompilerServices;
using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Timeline and send log as rows. Write units for a row under 1 KB: 1 to claim it, 1 to settle it; 1 more each time that it
/// enters, moves in or leaves the index of what is due.
/// </summary>
/// <remarks>
/// A claim whose answer was lost and that the SDK tried again is answered <see cref="ClaimResult.Held"/>: whether it is our own
/// cannot be told from another's that runs out at the same time, and waiting is better than telling twice.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="retention">How long rows are kept (<see cref="Configuration.WatchkeeperConfiguration.HistoryRetention"/>).</param>
public sealed class NotificationLog(IRowTable table, TimeSpan retention) : INotificationLog
{
    // The ledger's own rows stand between the two.
    private static readonly string[] Prefixes = ["N#", "T#"];

    // Each refusal means that another process claimed or settled the row, so this is beyond any real race.
    private const int MostRefusals = 100;

    /// <summary>Keeps a row that cannot be read while a list is made; null: the list fails.</summary>
    public SetAside? SetAside { get; init; }

    /// <inheritdoc/>
    public async Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        NotificationRecord? current = null;
        for (var refusals = 0; refusals < MostRefusals; refusals++)
        {
            var result = ClaimResult.Decide(current, fresh, now, heldUntil);
            if (result is not ClaimResult.Claimed { Record: var mine })
                return result;
            var write = current is null ? NotificationWrites.PutIfAbsent(mine, retention) : NotificationWrites.TakeOver(mine, current);
            var answer = await table.WriteAsync(write, cancellationToken);
            if (answer is not RowRefused refused)
                return new ClaimResult.Claimed(Now(answer) ?? mine);
            // None where its time to live took the row away meanwhile: it begins anew.
            current = Read(refused);
        }

        return new ClaimResult.Held(heldUntil);
    }

    /// <inheritdoc/>
    public async Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await table.WriteAsync(NotificationWrites.Settle(record), cancellationToken) is RowWritten;
    }

    /// <inheritdoc/>
    public async Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await table.WriteAsync(NotificationWrites.PutIfAbsent(record, retention), cancellationToken) is RowWritten;
    }

    /// <inheritdoc/>
    /// <remarks>An update that the SDK tried again after a lost answer is refused by its own feedback, and read as a duplicate.</remarks>
    public async Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken)
    {
        var row = await table.ReadAsync(Keys.Notification(incidentId, key), cancellationToken);
        var current = row is null ? null : NotificationItem.Read(row);
        for (var refusals = 0; refusals < MostRefusals; refusals++)
        {
            var result = FeedbackResult.Decide(current, feedback);
            if (!result.IsRecorded)
                return result;
            var write = NotificationWrites.SetFeedback(result.Record!, current!);
            var answer = await table.WriteAsync(write, cancellationToken);
            if (answer is not RowRefused refused)
                return result with { Record = Now(answer) };
            current = Read(refused);
        }

        throw new InvalidOperationException($"others wrote feedback to {key} of {incidentId} {MostRefusals} times in between");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = NotificationItem.SortableTime(now);
        await foreach (var record in table.ReadIndexAsync(NotificationItem.Due, upTo, NotificationItem.Read, SetAside, cancellationToken))
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
            await foreach (var row in table.QueryAsync(Keys.Incident(incidentId), prefix, cancellationToken))
                yield return NotificationItem.Read(row);
        }
    }

    // Both kinds of writes leave part of the row alone, and others may have changed that part since it was read.
    private static NotificationRecord? Now(RowWriteResult answer) => answer is RowWritten { Row: { } row } ? NotificationItem.Read(row) : null;

    private static NotificationRecord? Read(RowRefused refused) => refused.Current is { } current ? NotificationItem.Read(current) : null;
}
