using System.Runtime.CompilerServices;
using Watchkeeper.Notification;
using Watchkeeper.Stores;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>Timeline and send log in memory.</summary>
/// <param name="writing">How rows are changed.</param>
internal sealed class MemoryNotices(Writing writing) : INoticeLog
{
    private readonly Rows<NoticeRecord> rows = new(writing);

    public Task<ClaimResult> ClaimAsync(
        NoticeRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        rows.ChangeAsync<ClaimResult>(KeyOf(fresh), current =>
        {
            if (current is { IsSettled: true })
                return (null, new ClaimResult.Settled(current));
            if (current?.HeldUntil is { } until && until > now)
                return (null, new ClaimResult.Held(until));
            var mine = (current ?? fresh) with { Claim = (current?.Claim ?? 0) + 1, HeldUntil = heldUntil };
            return (mine, new ClaimResult.Claimed(mine));
        });

    public Task<bool> SettleAsync(NoticeRecord record, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(record), current => current?.Claim == record.Claim
            ? (current with { Deliveries = record.Deliveries, HeldUntil = null }, true)
            : (null, false));

    public Task RecordAsync(NoticeRecord record, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(record), current => (current is null ? record : null, true));

    public async IAsyncEnumerable<NoticeRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ListAsync())
        {
            if (row.DueAt <= now)
                yield return row;
        }
    }

    public async IAsyncEnumerable<NoticeRecord> ListAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ListAsync())
        {
            if (row.Notice.Incident.Id == incidentId)
                yield return row;
        }
    }

    private static string KeyOf(NoticeRecord record) => $"{record.Notice.Incident.Id} {record.Notice.Key}";
}
