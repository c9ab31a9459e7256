using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// What this process saw last of each slot: whether an incident lasts. Only a hint for the first write, whose guard proves it;
/// bounded, the oldest forgotten first.
/// </summary>
public sealed class SeenSlots
{
    private const int Capacity = 1024;
    private readonly Dictionary<string, bool> lasting = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    /// <summary>Whether an incident lasted when this process last saw the slot; null where it never did.</summary>
    public bool? Lasting(Fingerprint fingerprint)
    {
        lock (gate)
            return lasting.TryGetValue(fingerprint.Text, out var seen) ? seen : null;
    }

    /// <summary>Remembers a slot.</summary>
    public void See(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
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
