using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>Which of two signals with the same fingerprint is newer: by the source's time, then by id.</summary>
public static class SignalOrder
{
    /// <summary>
    /// Whether a signal with this time and id advances the slot's newest time. States are totally ordered. An event must only not
    /// be older, since each event counts by itself.
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
