using System.Runtime.CompilerServices;
using Watchkeeper.Notification;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>Timeline and send log in memory.</summary>
/// <param name="writing">How rows are changed.</param>
internal sealed class MemoryNotificationLog(Writing writing) : INotificationLog
{
    private readonly Rows<NotificationRecord> rows = new(writing);

    public Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(fresh), current =>
        {
            var result = ClaimResult.Of(current, fresh, now, heldUntil);
            return ((result as ClaimResult.Claimed)?.Record, result);
        });

    public Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(record), current =>
        {
            var settled = current?.SettledBy(record);
            return (settled, settled is not null);
        });

    public Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(record), current => (current is null ? record : null, current is null));

    public Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        rows.ChangeAsync(KeyOf(incidentId, key), current =>
        {
            var result = FeedbackResult.Of(current, feedback);
            return (result.IsRecorded ? result.Record : null, result);
        });

    public async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ListAsync())
        {
            if (row.DueAt <= now)
                yield return row;
        }
    }

    public async IAsyncEnumerable<NotificationRecord> ListAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ListAsync())
        {
            if (row.Entry.Incident.Id == incidentId)
                yield return row;
        }
    }

    private static string KeyOf(NotificationRecord record) => KeyOf(record.Entry.Incident.Id, record.Entry.Key);

    private static string KeyOf(string incidentId, string key) => $"{incidentId} {key}";
}
