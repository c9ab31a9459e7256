using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Recounting;

/// <summary>Finds events that should have ended, and have not. Pure.</summary>
public static class LeakCheck
{
    /// <summary>How long after its time something may still wait. Attempts are repeated for less, and sweeps come each minute.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>What is wrong with an event's end, in words; null if nothing is.</summary>
    /// <param name="decided">The event.</param>
    /// <param name="incident">Its incident as it is now; null if there is none any longer. Asked for what is kept back alone.</param>
    /// <param name="now">The time.</param>
    public static string? Find(DecidedEvent decided, Incident? incident, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decided);
        return decided switch
        {
            DecidedEvent.Lost lost when lost.At + Patience < now => "it was decided, and its incident has no entry of it",
            DecidedEvent.WithEntry { Entry: var entry } => entry.Deliveries.Select(delivery => Find(entry, delivery, incident, now))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
    }

    private static string? Find(NotificationRecord entry, Delivery delivery, Incident? incident, DateTimeOffset now)
    {
        var due = delivery.NextAttemptAt ?? entry.Entry.At;
        // A process that works on the row has its own deadline, after which others take over.
        if (!delivery.IsUnfinished || (entry.HeldUntil > due ? entry.HeldUntil.Value : due) + Patience >= now)
            return null;
        var channel = delivery.Channel.Kind.ToKebabCase();
        if (delivery.IsToSend)
            return string.Create(CultureInfo.InvariantCulture, $"its message by {channel} waits to be sent since {due.UtcDateTime:yyyy-MM-dd HH:mm}");
        // A sweep settles what is kept back within minutes of the end.
        if (incident is null || (!incident.IsActive && incident.ResolvedAt + Patience < now))
            return $"its message by {channel} is kept back, and its incident has ended";
        // What is muted is looked at when its mute ends.
        return incident is { IsActive: true, Mute: null } && delivery.Suppression is { Until: { } until } && until + Patience < now
            ? string.Create(CultureInfo.InvariantCulture, $"its message by {channel} is kept back beyond {until.UtcDateTime:yyyy-MM-dd HH:mm}")
            : null;
    }
}
