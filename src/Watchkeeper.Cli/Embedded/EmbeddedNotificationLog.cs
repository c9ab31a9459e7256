using System.Runtime.CompilerServices;
using Watchkeeper.Notification;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Timeline and send log in the embedded database.</summary>
/// <param name="database">The database.</param>
public sealed class EmbeddedNotificationLog(EmbeddedDatabase database) : INotificationLog
{
    private const string ByKey = "SELECT json FROM notices WHERE incident = $1 AND key = $2";
    private const string PutIfAbsent =
        "INSERT INTO notices (incident, key, due, json) VALUES ($1, $2, $3, $4) ON CONFLICT (incident, key) DO NOTHING";
    private const string Replace = "UPDATE notices SET due = $3, json = $4 WHERE incident = $1 AND key = $2";

    /// <inheritdoc/>
    public Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        return database.WriteAsync(
            session =>
            {
                var current = Current(session, fresh);
                var result = ClaimResult.Of(current, fresh, now, heldUntil);
                if (result is ClaimResult.Claimed mine)
                    Write(session, current is null ? PutIfAbsent : Replace, mine.Record);
                return result;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(
            session => Current(session, record)?.SettledBy(record) is { } settled && Write(session, Replace, settled), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(session => Write(session, PutIfAbsent, record), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FeedbackResult> AddFeedbackAsync(string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                var result = FeedbackResult.Of(EmbeddedJson.ReadNotice(session.Text(ByKey, incidentId, key)), feedback);
                if (result.IsRecorded)
                    Write(session, Replace, result.Record!);
                return result;
            },
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<NotificationRecord> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync("SELECT json FROM notices WHERE due <= $1 ORDER BY due", now.UtcTicks, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<NotificationRecord> ListAsync(string incidentId, CancellationToken cancellationToken) =>
        ListAsync("SELECT json FROM notices WHERE incident = $1 ORDER BY key", incidentId, cancellationToken);

    private async IAsyncEnumerable<NotificationRecord> ListAsync(
        string sql, object value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var json in database.Read(session => session.List(row => row.GetString(0), sql, value)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return EmbeddedJson.ReadNotice(json)!;
        }

        await Task.CompletedTask;
    }

    private static NotificationRecord? Current(EmbeddedSession session, NotificationRecord record) =>
        EmbeddedJson.ReadNotice(session.Text(ByKey, record.Entry.Incident.Id, record.Entry.Key));

    private static bool Write(EmbeddedSession session, string sql, NotificationRecord record) =>
        session.Run(sql, record.Entry.Incident.Id, record.Entry.Key, record.DueAt?.UtcTicks, EmbeddedJson.Write(record)) > 0;
}
