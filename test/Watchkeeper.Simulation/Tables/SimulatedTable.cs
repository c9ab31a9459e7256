using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Tables;

/// <summary>
/// The table: every method is one indivisible step, as single writes and transactions of DynamoDB are (developer guide,
/// «DynamoDB transactions» and «Conditional writes»).
/// </summary>
/// <param name="agenda">For times to live.</param>
/// <param name="watcher">Hears of each change.</param>
/// <param name="expiryDelay">How long rows outlive their time to live; null: for ever.</param>
internal sealed partial class SimulatedTable(Agenda agenda, ITableWatcher watcher, TimeSpan? expiryDelay)
{
    private readonly Dictionary<string, SlotRow> slots = new(StringComparer.Ordinal);

    // Lists come in the order of keys, so that a history never depends on the order of a hash table.
    private readonly SortedSet<string> open = new(StringComparer.Ordinal);
    private readonly SortedSet<string> dismissed = new(StringComparer.Ordinal);

    /// <summary>How long a slot without a lasting incident is kept.</summary>
    public static TimeSpan SlotRetention { get; } = new LifecycleOptions().SlotRetention;

    public Slot? Read(Fingerprint fingerprint) => Row(fingerprint.Key)?.Slot;

    public IEnumerable<Slot> Slots => slots.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Slot);

    public ImmutableArray<Slot> ListActive() => [.. open.Select(key => slots[key].Slot)];

    public ImmutableArray<Slot> ListDismissed() => [.. dismissed.Select(key => slots[key].Slot)];

    public SlotWriteResult Write(SlotWrite write)
    {
        var current = Row(write.Fingerprint.Key);
        return write.Holds(current?.Slot) ? Put(current, write.Apply(current?.Slot)) : new SlotRefused(current?.Slot);
    }

    /// <summary>Puts a slot whatever is there: what no adapter of ours does, and a seeded bug may.</summary>
    public SlotWriteResult Force(Slot next) => Put(Row(next.Fingerprint.Key), next);

    private SlotWritten Put(SlotRow? current, Slot next)
    {
        var image = StreamImages.Of(new SlotChanged(null, next));
        if (StreamImages.HasReplacement(image))
            next = ((SlotChanged)StreamImages.Read(image)).After;
        var key = next.Fingerprint.Key;
        slots[key] = new SlotRow(next, image);
        List(open, key, next.Active is not null);
        List(dismissed, key, next.IsDismissed);
        watcher.SlotChanged(current?.Slot, next, image.Image.Length);
        watcher.Streamed(new TableChange(
            $"F#{key}", next.Active is not null, StreamImages.Record(current?.Image, image), new SlotChanged(current?.Slot, next)));
        return new SlotWritten(next);
    }

    private static void List(SortedSet<string> index, string key, bool isListed) =>
        _ = isListed ? index.Add(key) : index.Remove(key);

    // «Items are deleted within a few days of their expiration», and can be read and changed until then (developer guide, TTL).
    private SlotRow? Row(string key)
    {
        if (!slots.TryGetValue(key, out var row))
            return null;
        if (expiryDelay is not { } delay || row.Slot.Active is not null || row.Slot.IsDismissed
            || agenda.Now < row.Slot.Last.RecordedAt + SlotRetention + delay)
            return row;
        slots.Remove(key);
        return null;
    }

    private sealed record SlotRow(Slot Slot, RowImage Image);
}
