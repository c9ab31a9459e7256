using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <content>What the world looks up, and writes by itself.</content>
internal sealed partial class SimulatedTable
{
    /// <summary>How long a slot without a lasting incident is kept.</summary>
    public static TimeSpan SlotRetention { get; } = new LifecycleOptions().SlotRetention;

    public ImmutableArray<Slot> ListActive() => [.. Indexed(SlotItem.Open, null).Select(row => row.Slot)];

    public NotificationRecord? Notification(string incident, string key) =>
        Standing(Keys.Notification(incident, key))?.Notification;

    /// <summary>Carries out the write of somebody outside of any process, such as a person.</summary>
    public void Write(SlotWrite write) => Write(SlotWrites.ToRowWrite(write, SlotRetention));

    /// <summary>Puts a slot whatever is there: what no store of ours does, and a seeded bug may.</summary>
    public SlotWriteResult Force(Slot next)
    {
        Write(new RowPut(SlotItem.Write(next, SlotRetention)));
        return new SlotWritten(next);
    }
}
