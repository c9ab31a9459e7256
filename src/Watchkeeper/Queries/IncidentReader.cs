using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Queries;

/// <summary>Reads single incidents and entries.</summary>
internal sealed class IncidentReader(IRowTable table, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether the row's time to live has ended. A table may hold such rows for days.</summary>
    public bool IsExpired(Row row) => ListItem.EndOf(row) is { } end && end <= Now;

    /// <summary>
    /// The incident by its whole id; null if there is none. Its slot is newer than its timeline, while it holds it.
    /// </summary>
    public async Task<IncidentSnapshot?> SnapshotAsync(string incidentId, CancellationToken cancellationToken)
    {
        var page = await table.ReadRangeAsync(Timeline(incidentId, 1, null), cancellationToken);
        if (page.Rows.IsEmpty || IsExpired(page.Rows[0]))
            return null;
        var entry = NotificationItem.Read(page.Rows[0]).Entry;
        return await SlotOfAsync(entry.Incident.Subject.Fingerprint, cancellationToken) is { } slot
            && slot.Incident?.Id == incidentId
                ? From(slot)
                : new IncidentSnapshot(
                    entry.Incident, entry.Change?.Reason ?? DecisionReason.Opened, entry.At, entry.Change?.Description ?? "");
    }

    /// <summary>The changes in an incident's timeline, newest first.</summary>
    public static RowRange Timeline(string incidentId, int limit, string? after) =>
        RowRange.WithPrefix(Keys.Incident(incidentId), Keys.ChangePrefix, limit) with { IsDescending = true, After = after };

    // Null: there is none.
    private async Task<Slot?> SlotOfAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.Slot(fingerprint), cancellationToken) is { } row ? SlotItem.Read(row) : null;

    /// <summary>An entry of a timeline; null if it has expired or is not written yet.</summary>
    public async Task<NotificationRecord?> EntryAsync(string incidentId, string key, CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.Notification(incidentId, key), cancellationToken) is { } row && !IsExpired(row)
            ? NotificationItem.Read(row)
            : null;

    /// <summary>The incident that a slot holds.</summary>
    public static IncidentSnapshot From(Slot slot) => new(
        slot.Incident!.Shown(), slot.Last.Reason, slot.Last.RecordedAt, slot.Last.Description);
}
