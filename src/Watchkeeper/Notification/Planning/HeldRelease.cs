using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Planning;

/// <summary>
/// Decides what becomes of messages that were kept back, now that time has passed. Pure. What still fires and is quiet no longer
/// is told once to each address; each act of a detection is told, because a person would call another act news.
/// </summary>
public static class HeldRelease
{
    private const string Ended = "it ended while it was kept quiet";

    /// <summary>
    /// How long what another incident explained is kept quiet after that one has ended: what it brought down takes a few minutes
    /// to recover, and alarms some more to say so.
    /// </summary>
    public static readonly TimeSpan RecoveryTime = TimeSpan.FromMinutes(3);

    /// <summary>The deliveries as they shall be, by the key of their row; rows that stay as they are are left out.</summary>
    /// <param name="rows">The rows of one incident, oldest first.</param>
    /// <param name="active">The incident now; null if it has ended.</param>
    /// <param name="find">What keeps a delivery back now; null if nothing does.</param>
    /// <param name="now">The time.</param>
    public static ImmutableDictionary<string, ImmutableArray<Delivery>> Plan(
        IReadOnlyList<NotificationRecord> rows, Incident? active, Func<Delivery, Suppression?> find, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(find);
        var changed = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Delivery>>(StringComparer.Ordinal);
        var places = rows.SelectMany((row, at) => row.Deliveries.Select((delivery, i) => new Place(at, i, row, delivery))).ToList();
        var episode = rows.Index().LastOrDefault(row => row.Item.Entry.Transition is Transition.Resolved, (-1, null!)).Index;
        foreach (var channel in places.GroupBy(place => (place.Delivery.Channel.Kind, place.Delivery.Channel.Address)))
        {
            foreach (var (place, delivery) in Decide([.. channel], episode, active, find, now))
            {
                var deliveries = changed.GetValueOrDefault(place.Row.Entry.Key, place.Row.Deliveries);
                changed[place.Row.Entry.Key] = deliveries.SetItem(place.Index, delivery);
            }
        }

        return changed.ToImmutable();
    }

    /// <summary>
    /// The row with its deliveries as planned, and with what is known of its incident now: a message shows the newest and worst
    /// fact. Deliveries that others have changed since stay as they are.
    /// </summary>
    /// <param name="current">The row now.</param>
    /// <param name="before">The row as it was when planned.</param>
    /// <param name="planned">Its deliveries as they shall be.</param>
    /// <param name="active">The incident now; null if it has ended.</param>
    public static NotificationRecord Apply(
        NotificationRecord current, NotificationRecord before, ImmutableArray<Delivery> planned, Incident? active)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(before);
        var deliveries = current.Deliveries;
        for (var at = 0; at < Math.Min(planned.Length, deliveries.Length); at++)
        {
            if (!deliveries[at].IsHeld || deliveries[at] != before.Deliveries[at])
                continue;
            // What had ended when this was planned began anew: the next look decides.
            if (planned[at].Status is DeliveryStatus.Suppressed && active?.Reopenings == current.Entry.Incident.Reopenings)
                continue;
            deliveries = deliveries.SetItem(at, active is null && planned[at].IsUnfinished
                ? deliveries[at].Suppress(deliveries[at].Suppression!, Ended)
                : planned[at]);
        }

        return current with { Deliveries = deliveries, Now = active?.Shown() };
    }

    private static IEnumerable<(Place Place, Delivery Delivery)> Decide(
        ImmutableArray<Place> channel, int episode, Incident? active, Func<Delivery, Suppression?> find, DateTimeOffset now)
    {
        var released = new List<Place>();
        foreach (var place in channel.Where(place => place.Delivery is { IsHeld: true, IsGrouping: false }))
        {
            if (active is null || place.At < episode)
            {
                yield return (place, place.Delivery.Suppress(place.Delivery.Suppression!, Ended));
                continue;
            }

            // A muted source is quiet until its own mute ends, which is told by itself.
            if (active.Mute is not null)
                continue;
            var suppression = find(place.Delivery);
            if (suppression is null && IsRecovering(place.Delivery) is false)
                yield return (place, Recovering(place.Delivery, now + RecoveryTime));
            else if (suppression is null && !(place.Delivery.NextAttemptAt > now))
                released.Add(place);
            else if (suppression is not null && suppression != place.Delivery.Suppression)
                yield return (place, place.Delivery.Hold(suppression, place.Row.Entry.At));
        }

        var told = Told(released, [.. channel.Where(place => place.At > episode && place.IsTold)]);
        foreach (var place in released)
            yield return (place, told.Contains(place) ? Released(place.Delivery) : Merged(place.Delivery));
    }

    // Every act; of the others the newest where the address knows of the incident, and else the first, which says that it began.
    private static HashSet<Place> Told(List<Place> released, ImmutableArray<Place> before)
    {
        var acts = released.Where(place => place.IsAct).ToHashSet();
        var others = released.Except(acts).Where(place => !before.Any(other => other.At > place.At)).ToList();
        if (acts.Count == 0 && others.Count > 0)
            acts.Add(before.IsEmpty ? others[0] : others[^1]);
        return acts;
    }

    // Only the time that it takes to recover is an end of an explanation that is known ahead. Null for what nothing explained.
    private static bool? IsRecovering(Delivery delivery) =>
        delivery.Suppression is { Kind: SuppressionKind.Inhibition or SuppressionKind.Dependency } explained
            ? explained.Until is not null
            : null;

    private static Delivery Recovering(Delivery delivery, DateTimeOffset until) =>
        delivery.Hold(delivery.Suppression! with { Until = until }, until);

    private static Delivery Released(Delivery delivery) =>
        delivery with { Status = DeliveryStatus.Pending, NextAttemptAt = null };

    private static Delivery Merged(Delivery delivery) => delivery with
    {
        Status = DeliveryStatus.Merged,
        NextAttemptAt = null,
        Detail = "told with another message about the same incident",
    };

    private sealed record Place(int At, int Index, NotificationRecord Row, Delivery Delivery)
    {
        public bool IsTold => SuppressedDeliveries.SaysFiring(Row.Entry) && Delivery.IsTold;

        public bool IsAct => Row.Entry is
        {
            Incident.Subject.Kind: SignalKind.Detection,
            Transition: Transition.Opened or Transition.Reopened or Transition.AnotherAct,
        };
    }
}
