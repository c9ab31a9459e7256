using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Simulation.Running;

/// <summary>The keys by which the accounts know a notification.</summary>
internal static class NotificationKeys
{
    public static string Of(Slot slot) => string.Create(CultureInfo.InvariantCulture, $"T#{slot.Version:d10}");

    public static (string Incident, string NotificationKey) Of(StoreChange change) => change switch
    {
        SlotChanged slot => (slot.After.Incident?.Id ?? "", Of(slot.After)),
        ReactionChanged reaction => (reaction.After.Incident.Id, $"N#{reaction.After.Step}"),
        _ => ("", ""),
    };

    public static (string Incident, string NotificationKey) Of(NotificationRecord record) =>
        (record.Entry.Incident.Id, record.Entry.Key);
}
