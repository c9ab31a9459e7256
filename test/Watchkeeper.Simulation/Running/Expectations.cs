using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Invariants;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Running;

/// <summary>The expected messages, by the deduplication key of the channel and by the notification that they report.</summary>
internal sealed class Expectations(bool hasChat)
{
    private readonly ImmutableArray<(Channel Channel, bool IsFallback)> ways =
    [
        (new(ChannelKind.Sns, SimulatedChannels.Topic), false),
        (new(ChannelKind.Mail, SimulatedChannels.Mailbox), false),
        .. hasChat
            ? [(new Channel(ChannelKind.WechatRobot, ChatRoom.Address), false), (new(ChannelKind.Webhook, Standby.Address), true)]
            : Array.Empty<(Channel, bool)>(),
    ];

    private readonly Dictionary<string, Expectation> byKey = new(StringComparer.Ordinal);
    private readonly List<Expectation> all = [];
    private readonly Dictionary<(string Incident, string NotificationKey), ImmutableArray<Expectation>> byNotification = [];

    public IReadOnlyList<Expectation> All => all;

    public Expectation? ByKey(string key) => byKey.GetValueOrDefault(key);

    public ImmutableArray<Expectation> For((string Incident, string NotificationKey) key) =>
        byNotification.GetValueOrDefault(key, []);

    /// <summary>Expects the notification over each of its channels, once however often this is called.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="notification">The row's key.</param>
    /// <param name="kinds">The kinds of the channels, with that of each fallback; null for all.</param>
    public void Expect(Incident incident, string notification, IReadOnlyCollection<ChannelKind>? kinds = null)
    {
        if (byNotification.ContainsKey((incident.Id, notification)))
            return;
        var expected = ImmutableArray.CreateBuilder<Expectation>(ways.Length);
        foreach (var (channel, isFallback) in ways.Where(way => kinds is null || way.IsFallback || kinds.Contains(way.Channel.Kind)))
        {
            var kind = channel.Kind.ToKebabCase();
            var expectation = new Expectation { Incident = incident, NotificationKey = notification, Channel = kind, IsFallback = isFallback };
            expected.Add(expectation);
            all.Add(expectation);
            byKey[StableHash.Compute(incident.Id, notification, kind, channel.Address)] = expectation;
        }

        byNotification[(incident.Id, notification)] = expected.ToImmutable();
    }
}
