using System.Globalization;
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
    /// <param name="isActive">Whether an incident is active, by its id.</param>
    /// <param name="now">The time.</param>
    public static string? Find(DecidedEvent decided, Func<string, bool> isActive, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(isActive);
        return decided switch
        {
            DecidedEvent.Lost lost when lost.At + Patience < now => "it was decided, and its incident has no entry of it",
            DecidedEvent.WithEntry { Entry: var entry } => entry.Deliveries.Select(delivery => Find(entry, delivery, isActive, now))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
    }

    private static string? Find(NotificationRecord entry, Delivery delivery, Func<string, bool> isActive, DateTimeOffset now)
    {
        var due = delivery.NextAttemptAt ?? entry.Entry.At;
        // A process that works on the row has its own deadline, after which others take over.
        if (!delivery.IsUnfinished || (entry.HeldUntil > due ? entry.HeldUntil.Value : due) + Patience >= now)
            return null;
        var channel = delivery.Channel.Kind.ToKebabCase();
        if (delivery.IsToSend)
            return string.Create(CultureInfo.InvariantCulture, $"its message by {channel} waits to be sent since {due.UtcDateTime:yyyy-MM-dd HH:mm}");
        if (!isActive(entry.Entry.Incident.Id))
            return $"its message by {channel} is kept back, and its incident has ended";
        return delivery.Suppression is { Until: { } until } && until + Patience < now
            ? string.Create(CultureInfo.InvariantCulture, $"its message by {channel} is kept back beyond {until.UtcDateTime:yyyy-MM-dd HH:mm}")
            : null;
    }
}
