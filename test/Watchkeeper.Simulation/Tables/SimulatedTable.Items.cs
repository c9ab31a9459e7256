using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <content>The world's own reads and writes.</content>
internal sealed partial class SimulatedTable
{
    /// <summary>How long the table keeps a slot without an active incident.</summary>
    public static TimeSpan SlotRetention { get; } = new LifecycleOptions().SlotRetention;

    public ImmutableArray<Slot> ListActive() => [.. Indexed(SlotItem.Open, null).Select(row => row.Slot)];

    public NotificationRecord? Notification(string incident, string key) =>
        Standing(Keys.Notification(incident, key))?.Notification;

    /// <summary>The rows of an incident's timeline, in order.</summary>
    public IEnumerable<NotificationRecord> Notifications(string incident) =>
        Query(Keys.Incident(incident), Keys.ChangePrefix).Select(NotificationItem.Read);

    /// <summary>Applies a write from outside any process, such as an operator's.</summary>
    public void Write(SlotWrite write) => Write(SlotWrites.ToRowWrite(write, SlotRetention));

    /// <summary>Puts a slot unconditionally: no store does that, but a seeded bug may.</summary>
    public SlotWriteResult Force(Slot next)
    {
        Write(new RowPut(SlotItem.Write(next, SlotRetention)));
        return new SlotWritten(next);
    }
}
