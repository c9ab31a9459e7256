using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Incidents;

/// <summary>The decisions that no signal makes: a slot with another incident in it, in place of the version that was decided on.</summary>
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

    /// <summary>The entry of what time did. Its id is the same for all who decide it on one version of the slot.</summary>
    public static IncidentChange ChangeFor(DecisionReason reason, Slot slot, Incident incident, string because, DateTimeOffset now)
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
        };
    }
}
