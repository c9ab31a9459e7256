using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Whoever is named to be told in a receiver's place is told if that one is not reached, and only then.</summary>
internal sealed class ToldInTheirPlace : Invariant
{
    public override string Name => "I13 told in their place";

    public override void Rested()
    {
        foreach (var expectation in World.Accounts.Expectations.Where(each => each.IsFallback && !each.IsGivenUp))
        {
            if (World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey) is not { } row)
                continue;
            var isMissed = row.Deliveries.Any(
                each => each is { Channel.Kind: not ChannelKind.Webhook, Status: DeliveryStatus.Failed });
            if (isMissed && expectation.Taken == 0 && !row.Deliveries.Any(HasFailed))
                Broken($"{expectation}: a channel was not reached, and nobody was told in its place");
            // A process that died may have told them, and the next one reached the room.
            if (!isMissed && expectation.Taken > 0 && !World.NotifierWasHurt && World.Plan.Odds.Skew == TimeSpan.Zero)
                Broken($"{expectation} was told in the place of channels that were all reached");
        }

        static bool HasFailed(Delivery delivery) => delivery is { Channel.Kind: ChannelKind.Webhook, Status: DeliveryStatus.Failed };
    }
}

/// <summary>
/// No receiver is asked much more often than it takes messages, and one that takes nothing is asked now and then. Only clocks
/// that agree can promise that.
/// </summary>
internal sealed class AskedAtItsPace : Invariant
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    // The pace allows 20. A call that took seconds comes later than its turn, and one that was made twice counts twice.
    private const int MostInAMinute = 35;

    // One request each two minutes, and what was under way.
    private const int MostWhileDown = 25;

    private readonly Queue<DateTimeOffset> asked = new();
    private readonly Queue<DateTimeOffset> askedWhileDown = new();

    public override string Name => "I13 asked at its pace";

    public override void Asked(ChannelKind kind)
    {
        if (kind is not ChannelKind.WechatRobot || World.Plan.Odds.Skew > TimeSpan.FromSeconds(1))
            return;
        var now = World.Agenda.Now;
        if (Count(asked, now, Minute) > MostInAMinute)
            Broken(FormattableString.Invariant($"{asked.Count} requests to the chat room in one minute"));
        if (World.Room.IsDown && now - World.Room.DownSince > TenMinutes
            && Count(askedWhileDown, now, TenMinutes) > MostWhileDown)
        {
            Broken(FormattableString.Invariant(
                $"{askedWhileDown.Count} requests in ten minutes to a chat room that is down since {World.Room.DownSince:O}"));
        }
    }

    private static int Count(Queue<DateTimeOffset> times, DateTimeOffset now, TimeSpan span)
    {
        times.Enqueue(now);
        while (now - times.Peek() >= span)
            times.Dequeue();
        return times.Count;
    }
}

/// <summary>No message is lost because a receiver's address was replaced while a process remembered the former one.</summary>
internal sealed class NewAddressCostsNothing : Invariant
{
    public override string Name => "I13 a new address costs nothing";

    public override void Rested()
    {
        foreach (var expectation in World.Accounts.Expectations.Where(each => each is { RefusedAddresses: > 0, Refused: 0 }))
        {
            var row = World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey);
            var delivery = row?.Deliveries.FirstOrDefault(each => each.Channel.Kind.ToKebabCase() == expectation.Channel);
            if (delivery is { Status: DeliveryStatus.Failed } && !delivery.Detail.StartsWith("given up after", StringComparison.Ordinal))
                Broken($"{expectation} was given up for a former address: {delivery.Detail}");
        }
    }
}
