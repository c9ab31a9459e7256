using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>Which of two signals of one fingerprint is the newer one: by the source's time, and at one time by id.</summary>
public static class SignalOrder
{
    /// <summary>
    /// Whether a signal of this time and id carries the slot's newest time forward. States are totally ordered; occurrences only
    /// must not be older, since each of them counts by itself.
    /// </summary>
    public static bool IsNewer(SignalNature nature, DateTimeOffset occurredAt, string id, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return nature is SignalNature.Event
            ? occurredAt >= slot.NewestAt
            : occurredAt > slot.NewestAt
                || (occurredAt == slot.NewestAt && string.CompareOrdinal(id, slot.NewestId) > 0);
    }
}
