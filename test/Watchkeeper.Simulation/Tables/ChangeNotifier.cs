using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>Notifies a watcher of what the change of a row means.</summary>
internal sealed class ChangeNotifier(ITableWatcher watcher)
{
    public void Notify(RowWrite write, StandingRow? before, StandingRow after)
    {
        switch (after.Key.Sk)
        {
            case Keys.SlotSk:
                watcher.SlotChanged(before?.Slot, after.Slot, after.Image.Image.Length);
                Stream(before, after, new SlotChanged(before?.Slot, after.Slot));
                break;
            case ['R', '#', ..]:
                watcher.ReactionChanged(before?.Reaction, after.Reaction);
                Stream(before, after, new ReactionChanged(before?.Reaction, after.Reaction));
                break;
            case ['T' or 'N', '#', ..]:
                NotifyNotification(write, before, after);
                break;
        }
    }

    private void NotifyNotification(RowWrite write, StandingRow? before, StandingRow after)
    {
        var record = after.Notification;
        if (record.Claim != (before?.Notification.Claim ?? 0))
            watcher.Claimed(before?.Notification, record);
        else if (before is null)
            watcher.Recorded(record);
        else if (write is RowUpdate update && update.Changes.Any(change => change.Name is NotificationItem.Deliveries))
            watcher.Settled(before.Notification, record);
    }

    // Changes of other rows pass none of the template's filters.
    private void Stream(StandingRow? before, StandingRow after, StoreChange change) => watcher.Streamed(new TableChange(
        after.Key.Pk, after.IsIn(SlotItem.Open, null), StreamImages.Record(before?.Image, after.Image), change));
}
