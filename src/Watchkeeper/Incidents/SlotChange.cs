using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Incidents;

/// <summary>
/// Decisions not caused by a signal: puts a slot with a changed incident in place of the version that the decision saw.
/// </summary>
internal static class SlotChange
{
    public static Decision Make(Slot slot, IncidentChange entry, Incident after)
    {
        var next = slot with
        {
            Version = slot.Version + 1,
            Recent = slot.Recent.Append(entry.SignalId),
            Last = entry,
            Incident = after,
        };
        return new Decision(entry.Reason, new SlotPut(next, slot.Version));
    }

    /// <summary>
    /// The change that expiry makes. Its id is the same for every process that decides about the same version of the slot.
    /// </summary>
    public static IncidentChange ChangeFor(
        DecisionReason reason, Slot slot, Incident incident, string because, LifecycleOptions options, DateTimeOffset now)
    {
        var id = StableHash.Compute(reason.ToKebabCase(), incident.Id, slot.Version.ToString(CultureInfo.InvariantCulture));
        return new IncidentChange
        {
            Reason = reason,
            SignalId = id,
            EventId = id,
            OccurredAt = now,
            RecordedAt = now,
            Description = because,
            Configuration = options.Version,
        };
    }
}
