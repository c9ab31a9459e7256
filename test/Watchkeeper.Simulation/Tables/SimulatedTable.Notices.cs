using System.Collections.Immutable;
using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Tables;

/// <content>Timeline and send log.</content>
internal sealed partial class SimulatedTable
{
    private readonly Dictionary<string, SortedDictionary<string, NotificationRecord>> notices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Incident, string Key), NotificationRecord> due =
        new(Comparer<(string Incident, string Key)>.Create(static (one, other) =>
            string.CompareOrdinal(one.Incident, other.Incident) is not 0 and var order ? order : string.CompareOrdinal(one.Key, other.Key)));

    public ClaimResult Claim(NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        var current = Notice(fresh);
        var result = ClaimResult.Of(current, fresh, now, heldUntil);
        if (result is ClaimResult.Claimed { Record: var mine })
        {
            Put(mine);
            watcher.Claimed(current, mine);
        }

        return result;
    }

    public bool Settle(NotificationRecord record)
    {
        if (Notice(record) is not { } current || current.SettledBy(record) is not { } settled)
            return false;
        Put(settled);
        watcher.Settled(current, settled);
        return true;
    }

    public bool Record(NotificationRecord record)
    {
        if (Notice(record) is not null)
            return false;
        Put(record);
        watcher.Recorded(record);
        return true;
    }

    public FeedbackResult AddFeedback(string incident, string key, Feedback feedback)
    {
        var result = FeedbackResult.Of(Notice(incident, key), feedback);
        if (result.IsRecorded)
            Put(result.Record!);
        return result;
    }

    public ImmutableArray<NotificationRecord> ListDue(DateTimeOffset now) => [.. due.Values.Where(record => record.DueAt <= now)];

    public ImmutableArray<NotificationRecord> ListNotices(string incident) =>
        notices.TryGetValue(incident, out var rows) ? [.. rows.Values] : [];

    public NotificationRecord? Notice(string incident, string key) => notices.GetValueOrDefault(incident)?.GetValueOrDefault(key);

    private NotificationRecord? Notice(NotificationRecord record) => Notice(record.Entry.Incident.Id, record.Entry.Key);

    private void Put(NotificationRecord record)
    {
        var (incident, key) = (record.Entry.Incident.Id, record.Entry.Key);
        if (!notices.TryGetValue(incident, out var rows))
            notices[incident] = rows = new SortedDictionary<string, NotificationRecord>(StringComparer.Ordinal);
        rows[key] = record;
        // The index holds what the last settling wrote; a claim does not touch it.
        if (record.DueAt is null)
            due.Remove((incident, key));
        else
            due[(incident, key)] = record;
    }
}
