using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Timeline and notification log as rows. Write units for a row under 1 KB: 1 to claim, 1 to settle, and 1 more each time the row
/// enters, moves within or leaves the index <c>due</c>; 1 for each row by which the entry and its incident are found.
/// </summary>
/// <remarks>
/// If the answer to a claim is lost and the SDK repeats it, the result is <see cref="ClaimResult.Held"/>. A claim of our own
/// looks like another process's claim that expires at the same time, and waiting is better than a duplicate notification.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="retention">Retention of the rows (<see cref="Configuration.WatchkeeperConfiguration.HistoryRetention"/>).</param>
public sealed class NotificationLog(IRowTable table, TimeSpan retention) : INotificationLog
{
    // The sort keys of the reaction ledger lie between the two.
    private static readonly string[] Prefixes = [Keys.ReactionEntryPrefix, Keys.ChangePrefix];

    // The opening is nearly always the first row. The last page is for an alarm that flaps for hours while no mail can be sent.
    private static readonly int[] FirstPages = [1, 8, 64, 512];

    // Each refusal means that another process claimed or settled the row, so the limit is beyond any real race.
    private const int MaxRefusals = 100;

    /// <summary>Stores an unreadable row while a list is made; null makes the list fail.</summary>
    public SetAside? SetAside { get; init; }

    /// <inheritdoc/>
    public async Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        // A row that was claimed before had its lists written then.
        if (fresh.Claim == 0)
            await WriteListsAsync(fresh.Entry, cancellationToken);
        NotificationRecord? current = null;
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var result = ClaimResult.Decide(current, fresh, now, heldUntil);
            if (result is not ClaimResult.Claimed { Record: var mine })
                return result;
            var write = current is null
                ? NotificationWrites.PutIfAbsent(mine, retention)
                : NotificationWrites.TakeOver(mine, current);
            var answer = await table.WriteAsync(write, cancellationToken);
            if (answer is not RowRefused refused)
                return new ClaimResult.Claimed(Now(answer) ?? mine, IsNew: current is null);
            // The row is missing if it has expired meanwhile: then it starts anew.
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
        await WriteListsAsync(record.Entry, cancellationToken);
        return await table.WriteAsync(NotificationWrites.PutIfAbsent(record, retention), cancellationToken) is RowWritten;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// If the SDK repeats an update after a lost answer, the stored feedback refuses it, and the result is a duplicate.
    /// </remarks>
    public async Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken)
    {
        var row = await table.ReadAsync(Keys.Notification(incidentId, key), cancellationToken);
        var current = row is null ? null : NotificationItem.Read(row);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
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

        throw new InvalidOperationException($"others wrote feedback to {key} of {incidentId} {MaxRefusals} times in between");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = NotificationItem.SortableTime(now);
        await foreach (var record in table.ReadIndexAsync(
            NotificationItem.Due, upTo, NotificationItem.Read, SetAside, cancellationToken))
        {
            if (record.DueAt <= now)
                yield return record;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Reads one entry; two if every change was delivered or given up, and seldom a third row.</remarks>
    public Task<ImmutableArray<string>> MendAsync(
        Slot slot, bool isDelivered, DateTimeOffset now, CancellationToken cancellationToken) =>
        new LostChanges(table, this, retention).MendAsync(slot, isDelivered, now, cancellationToken);

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

    /// <inheritdoc/>
    public async IAsyncEnumerable<NotificationRecord> ListFirstAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        foreach (var size in FirstPages)
        {
            var range = RowRange.WithPrefix(Keys.Incident(incidentId), Keys.ChangePrefix, size) with { After = last };
            var page = await table.ReadRangeAsync(range, cancellationToken);
            foreach (var record in page.Rows.Select(ReadOrSkip).OfType<NotificationRecord>())
                yield return record;
            if ((last = page.Last) is null)
                yield break;
        }
    }

    // No message waits for the sake of another's row.
    private static NotificationRecord? ReadOrSkip(Row row)
    {
        try
        {
            return NotificationItem.Read(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    // Before the entry: a process that dies in between is followed by another delivery of the change, which writes them again.
    private async Task WriteListsAsync(TimelineEntry entry, CancellationToken cancellationToken) =>
        await Task.WhenAll(ListWrites.For(entry, retention).Select(write => table.WriteAsync(write, cancellationToken)));

    // Both kinds of writes leave some attributes unchanged, and other processes may have changed those since the read.
    private static NotificationRecord? Now(RowWriteResult answer) =>
        answer is RowWritten { Row: { } row } ? NotificationItem.Read(row) : null;

    private static NotificationRecord? Read(RowRefused refused) =>
        refused.Current is { } current ? NotificationItem.Read(current) : null;
}
