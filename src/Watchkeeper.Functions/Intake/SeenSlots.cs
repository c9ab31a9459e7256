using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Whether each slot had an active incident when this process last saw the slot. The entry is only a hint for the first write,
/// whose condition verifies it. The size is bounded; the oldest entry is removed first.
/// </summary>
internal sealed class SeenSlots
{
    private const int Capacity = 1024;
    private readonly Dictionary<string, bool> lasting = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    /// <summary>Whether the slot had an active incident when last seen; null if never seen.</summary>
    public bool? IsActive(Fingerprint fingerprint)
    {
        lock (gate)
            return lasting.TryGetValue(fingerprint.Text, out var seen) ? seen : null;
    }

    /// <summary>Remembers a slot's state.</summary>
    public void See(Slot slot)
    {
        lock (gate)
        {
            if (!lasting.ContainsKey(slot.Fingerprint.Text))
            {
                if (order.Count == Capacity)
                    lasting.Remove(order.Dequeue());
                order.Enqueue(slot.Fingerprint.Text);
            }

            lasting[slot.Fingerprint.Text] = slot.Active is not null;
        }
    }
}
