using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>What the readers of an address know of an incident.</summary>
public abstract record FiringReport
{
    private FiringReport()
    {
    }

    /// <summary>A message said that it fires, or is about to.</summary>
    public sealed record Told : FiringReport;

    /// <summary>Every message that said so was kept back.</summary>
    /// <param name="By">What kept the first one back.</param>
    public sealed record KeptBack(Suppression By) : FiringReport;

    /// <summary>No message is known: none was due, or the table's stream lost it.</summary>
    public sealed record Unknown : FiringReport;
}

/// <summary>Collects from an incident's rows, oldest first, which addresses were told that it fires.</summary>
public sealed class FiringReports
{
    private readonly Dictionary<(ChannelKind Kind, string Address), FiringReport> byChannel = [];

    // Where the end waits for its group: what follows is told in its place, or keeps quiet while the end is told.
    private readonly HashSet<(ChannelKind Kind, string Address)> ending = [];

    /// <summary>Adds the next row. The end of the incident begins anew: what follows is another episode.</summary>
    public void Add(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Entry.Transition is Transition.Resolved)
            End(record);
        else if (SuppressedDeliveries.SaysFiring(record.Entry))
            Begin(record);
    }

    private void End(NotificationRecord record)
    {
        var waiting = record.Deliveries.Where(IsStillToTell).Select(KeyOf).ToHashSet();
        foreach (var channel in byChannel.Keys.Where(channel => !waiting.Contains(channel)).ToList())
            byChannel.Remove(channel);
        ending.UnionWith(waiting);
    }

    private void Begin(NotificationRecord record)
    {
        foreach (var delivery in record.Deliveries)
        {
            var key = KeyOf(delivery);
            var isEnding = ending.Remove(key);
            // A claim may be about to send what the row still calls held.
            if (delivery.IsTold || (delivery.IsHeld && record.HeldUntil is not null && !IsFirstClaim(record)))
                byChannel[key] = new FiringReport.Told();
            else if (delivery.Suppression is { } suppression && (!byChannel.ContainsKey(key) || (isEnding && !IsInGroup(delivery))))
                byChannel[key] = new FiringReport.KeptBack(suppression);
        }
    }

    /// <summary>What the readers of a channel know.</summary>
    public FiringReport Of(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return byChannel.GetValueOrDefault((channel.Kind, channel.Address)) ?? new FiringReport.Unknown();
    }

    /// <summary>Whether every one of these channels is known to be told.</summary>
    public bool AreTold(IEnumerable<Channel> channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        return channels.All(channel => Of(channel) is FiringReport.Told);
    }

    // Whoever writes a row to tell others keeps back what it holds, also if it died over them.
    private static bool IsFirstClaim(NotificationRecord record) =>
        record.Claim == 1 && record.Deliveries.Any(delivery => delivery.IsToSend);

    // An end that waits for its group, or was told with what followed: whoever reads the address does not know it yet.
    private static bool IsStillToTell(Delivery delivery) =>
        delivery.IsGrouping || (delivery.Status is DeliveryStatus.Merged && IsInGroup(delivery));

    private static bool IsInGroup(Delivery delivery) => delivery.Suppression is { IsForOthers: true };

    private static (ChannelKind Kind, string Address) KeyOf(Delivery delivery) => (delivery.Channel.Kind, delivery.Channel.Address);
}
