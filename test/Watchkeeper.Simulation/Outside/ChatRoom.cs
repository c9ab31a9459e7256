using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// A robot in a group of WeChat Work, as its receiver sees it: 20 messages a minute («Group robot configuration», 频率限制), hours
/// in which it takes nothing, and an address that people replace now and then.
/// </summary>
internal sealed class ChatRoom
{
    /// <summary>The reference that the configuration has.</summary>
    public const string Address = "ssm:/watchkeeper/chat-robot";

    private const int MostInAMinute = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly World world;
    private readonly Chance chance;
    private readonly Queue<DateTimeOffset> taken = new();
    private int addresses = 1;
    private (DateTimeOffset From, DateTimeOffset Until) down;

    public ChatRoom(World world)
    {
        this.world = world;
        chance = new Chance(Chance.Seed(world.Plan.Seed, 12));
    }

    /// <summary>The address that the secret holds now.</summary>
    public string Secret => FormattableString.Invariant($"https://qyapi.weixin.example/cgi-bin/webhook/send?key=robot-{addresses}");

    /// <summary>Whether it takes nothing now.</summary>
    public bool IsDown => world.Agenda.Now >= down.From && world.Agenda.Now < down.Until && !world.IsCalm;

    /// <summary>Since when it takes nothing.</summary>
    public DateTimeOffset DownSince => down.From;

    /// <summary>How long those who wait when faults stop may take in addition, each in its turn.</summary>
    public TimeSpan TimeToCatchUp { get; private set; }

    /// <summary>Faults stop while some messages wait.</summary>
    public void Calm(int waiting)
    {
        if (world.Plan.HasChat)
            TimeToCatchUp = waiting * Minute / MostInAMinute * 2;
    }

    /// <summary>Plans an outage and new addresses.</summary>
    public void Begin(DateTimeOffset from, DateTimeOffset until)
    {
        if (world.Plan.Kind is HistoryKind.Outages)
        {
            down = (from + NamedStorms.OutageAfter, from + NamedStorms.OutageUntil);
        }
        else if (chance.Below(2) == 0)
        {
            var begin = from + chance.Between(TimeSpan.Zero, (until - from) / 2);
            down = (begin, begin + chance.Pick(TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(5)));
        }

        for (var left = chance.Below(3); left > 0; left--)
            world.Agenda.At(from + chance.Between(TimeSpan.Zero, until - from), Rotate);
    }

    /// <summary>A message comes, and the robot answers.</summary>
    public HttpAnswer Post(HttpCall call, Channel channel, Message message, string key)
    {
        var now = world.Agenda.Now;
        world.Accounts.Asked(channel.Kind);
        if (IsDown)
            return new HttpAnswer(502, "<html><h1>502 Bad Gateway</h1></html>", now);
        if (call.Url != Secret)
        {
            world.Accounts.RefusedForItsAddress(key);
            return Code(93000, "invalid webhook url");
        }

        while (taken.TryPeek(out var first) && now - first >= Minute)
            taken.Dequeue();
        if (taken.Count >= MostInAMinute)
            return Code(45009, "api freq out of limit");
        if (world.Chance.Happens(world.Odds.Denied))
        {
            world.Accounts.Refused(key);
            return Code(40058, "invalid Parameter");
        }

        taken.Enqueue(now);
        world.Channels.Take(channel, message, key);
        return Code(0, "ok");

        HttpAnswer Code(int code, string words) =>
            new(200, FormattableString.Invariant($$"""{"errcode":{{code}},"errmsg":"{{words}}"}"""), now);
    }

    private void Rotate()
    {
        addresses++;
        world.Trace.Record(world.Agenda.Now, 0, "chat", "", () => Secret);
    }
}
