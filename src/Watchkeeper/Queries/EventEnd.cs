using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Queries;

/// <summary>The end of an event. Every accepted event has exactly one.</summary>
public enum EventEndKind
{
    /// <summary>A channel accepted a message about it.</summary>
    Notified,

    /// <summary>An incident recorded it, and people know already: a repeat, a duplicate.</summary>
    Merged,

    /// <summary>Nobody was notified, for a named reason.</summary>
    Suppressed,

    /// <summary>The dead letters hold it, or every channel has given up.</summary>
    Failed,

    /// <summary>A message about it is on its way.</summary>
    Pending,
}

/// <summary>The end of an event, with its reason.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reason">The named reason in kebab case; for <see cref="EventEndKind.Failed"/>, the words of what failed.</param>
/// <param name="Until">For <see cref="EventEndKind.Pending"/>: when the next attempt is due, if that is known.</param>
public sealed record EventEnd(EventEndKind Kind, string Reason, DateTimeOffset? Until = null)
{
    private static readonly string Below = DecisionReason.BelowThreshold.ToKebabCase();

    /// <summary>The end of an event with an entry in a timeline.</summary>
    public static EventEnd For(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var outcomes = record.Outcomes;
        // A signal without data is in the timeline, and yet nobody knows of it.
        if (outcomes.IsEmpty && record.Entry is { Transition: null, Change.Reason: var reason }
            && Incidents.Outcomes.For(reason) is Outcome.Suppressed)
        {
            return new EventEnd(EventEndKind.Suppressed, reason.ToKebabCase());
        }

        if (outcomes.IsEmpty)
        {
            return record.Reason switch
            {
                NotificationReason.NothingNew or null =>
                    new EventEnd(EventEndKind.Merged, NotificationReason.NothingNew.ToKebabCase()),
                NotificationReason.Lost => new EventEnd(EventEndKind.Failed, "the table's stream gave the change up"),
                var other => new EventEnd(EventEndKind.Suppressed, other.Value.ToKebabCase()),
            };
        }

        if (outcomes.Any(delivery => delivery.Status is DeliveryStatus.Sent or DeliveryStatus.Complained))
            return new EventEnd(EventEndKind.Notified, NotificationReason.Notify.ToKebabCase());
        if (outcomes.Any(delivery => delivery.IsToSend))
        {
            return new EventEnd(
                EventEndKind.Pending, NotificationReason.Notify.ToKebabCase(), record.SendAt ?? record.HeldUntil);
        }

        if (outcomes.FirstOrDefault(delivery => delivery.IsHeld) is { Suppression: { } holding })
            return new EventEnd(EventEndKind.Pending, holding.Kind.ToKebabCase(), holding.Until);
        // The message about another incident of its group told it.
        if (outcomes.FirstOrDefault(delivery => delivery.Status is DeliveryStatus.Grouped) is { } grouped)
            return new EventEnd(EventEndKind.Merged, (grouped.Suppression?.Kind ?? SuppressionKind.Grouping).ToKebabCase());
        if (outcomes.FirstOrDefault(delivery => delivery.IsTold) is { } failed)
            return new EventEnd(EventEndKind.Failed, failed.Detail);
        // A later message told what this one would have.
        return outcomes.FirstOrDefault(delivery => delivery.Status is DeliveryStatus.Suppressed) is { Suppression: { } quiet }
            ? new EventEnd(EventEndKind.Suppressed, quiet.Kind.ToKebabCase())
            : new EventEnd(EventEndKind.Merged, NotificationReason.NothingNew.ToKebabCase());
    }

    /// <summary>The end of an event without an entry.</summary>
    public static EventEnd For(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Outcome switch
        {
            Outcome.Failed => new EventEnd(EventEndKind.Failed, record.Reason),
            Outcome.Merged or Outcome.Recorded => new EventEnd(EventEndKind.Merged, record.Reason),
            _ => new EventEnd(EventEndKind.Suppressed, record.Reason),
        };
    }

    /// <summary>
    /// The end of a whole event: of an event of several parts and deliveries, the end that says most. A further delivery of an
    /// event that is known changes nothing about its end.
    /// </summary>
    /// <returns>Null if nothing is known of the event.</returns>
    public static EventEnd? For(EventTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Entries.Select(For).Concat(trace.Records.Select(For))
            .MinBy(end => end.Kind switch
            {
                EventEndKind.Failed => 0,
                EventEndKind.Pending => 1,
                EventEndKind.Notified => 2,
                // What an event may become part of says less than what it is.
                EventEndKind.Suppressed when end.Reason == Below => 6,
                EventEndKind.Suppressed when trace.Entries.Length > 0 => 3,
                EventEndKind.Merged => 4,
                _ => 5,
            });
    }
}
