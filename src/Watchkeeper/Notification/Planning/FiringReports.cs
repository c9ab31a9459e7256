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

    /// <summary>Adds the next row. The end of the incident begins anew: what follows is another episode.</summary>
    public void Add(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Entry.Transition is Transition.Resolved)
        {
            foreach (var channel in byChannel.Keys.Except(record.Deliveries.Where(IsStillToTell).Select(KeyOf)).ToList())
                byChannel.Remove(channel);
        }

        if (!SuppressedDeliveries.SaysFiring(record.Entry))
            return;
        foreach (var delivery in record.Deliveries)
        {
            var key = KeyOf(delivery);
            // A claim may be about to send what the row still calls held.
            if (delivery.IsTold || (delivery.IsHeld && record.HeldUntil is not null))
                byChannel[key] = new FiringReport.Told();
            else if (!byChannel.ContainsKey(key) && delivery.Suppression is { } suppression)
                byChannel[key] = new FiringReport.KeptBack(suppression);
        }
    }

    // An end that waits for its group, or was told with what followed: whoever reads the address does not know it yet.
    private static bool IsStillToTell(Delivery delivery) =>
        delivery.IsGrouping || delivery is { Status: DeliveryStatus.Merged, Suppression.Kind: SuppressionKind.Grouping };

    private static (ChannelKind Kind, string Address) KeyOf(Delivery delivery) => (delivery.Channel.Kind, delivery.Channel.Address);

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
}
