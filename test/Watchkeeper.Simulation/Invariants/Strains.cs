using Watchkeeper.Functions.Hosting;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Counts what a storm strains while faults go on; breaks nothing.</summary>
internal sealed class Strains : Invariant
{
    private static readonly TimeSpan ClockIsPutAfter = TimeSpan.FromMinutes(30);

    public override string Name => "what is strained";

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (World.IsCalm)
            return;
        if (before is null)
            Begin(after);
        else
            Compare(before, after);
        if (World.Actor?.Sandbox is { Function.Name: FunctionName.SweepFunction } && World.Lambda.RunningOf(FunctionName.SweepFunction) > 1
            && after.Deliveries.Any(delivery => delivery.IsGrouping))
        {
            Count(Strain.SweptAtOnce);
        }
    }

    public override void Recorded(NotificationRecord record)
    {
        if (!World.IsCalm)
            Begin(record);
    }

    public override void Settled(NotificationRecord before, NotificationRecord after)
    {
        if (!World.IsCalm)
            Compare(before, after);
    }

    private void Begin(NotificationRecord record)
    {
        var now = World.Agenda.Now;
        if (World.Plan.Kind is HistoryKind.Windows && record.Deliveries.Any(delivery => delivery.Channel.Kind is ChannelKind.Mail)
            && EdgeOfDay.For(World.Plan.Seed).Edges.Any(edge => (edge - now).Duration() <= TimeSpan.FromMinutes(1)))
        {
            Count(Strain.BesideAnEdge);
        }
    }

    private void Compare(NotificationRecord before, NotificationRecord after)
    {
        foreach (var (was, now) in before.Deliveries.Zip(after.Deliveries))
        {
            if (was is { IsHeld: true, Suppression: { } kept } && kept.By != (now.IsHeld ? now.Suppression?.By : null))
                End(kept, now, after.Entry.At);
            if (was.IsHeld && !now.IsHeld && World.Versions.Applied.Any(version => version.At > after.Entry.At))
                Count(Strain.VersionBetween);
            if (was.Status is not DeliveryStatus.Sent && now.Status is DeliveryStatus.Sent && IsAfterOutage(now, after.Entry.At))
                Count(Strain.SentAfterOutage);
        }
    }

    private void End(Suppression kept, Delivery now, DateTimeOffset since)
    {
        if (kept.Kind is SuppressionKind.TimeInterval)
        {
            Count(Strain.WindowEnded);
            var put = World.Plan.Begin + ClockIsPutAfter;
            if (World.Plan.Kind is HistoryKind.Windows && EdgeOfDay.For(World.Plan.Seed).Zone is not "UTC" && since < put && World.Agenda.Now >= put)
                Count(Strain.ClockPutBetween);
        }

        if (kept.Kind is not SuppressionKind.Silence)
            return;
        Count(Strain.SilenceEnded);
        if (now is { IsHeld: true, Suppression.Kind: SuppressionKind.Silence })
            Count(Strain.SilencesOverlapped);
        var ends = World.Silencers.EndsOf(kept.By);
        if (ends[^1] > ends[0])
            Count(Strain.SilenceExtended);
        if (ends[^1] < ends[0])
            Count(Strain.SilenceCutShort);
    }

    private bool IsAfterOutage(Delivery delivery, DateTimeOffset since)
    {
        var (from, until) = (World.Plan.Begin + NamedStorms.OutageAfter, World.Plan.Begin + NamedStorms.OutageUntil);
        var step = delivery.Channel.Kind switch
        {
            ChannelKind.Sns => "sns.publish",
            ChannelKind.Mail => "ses.send",
            _ => null,
        };
        return World.Plan.Kind is HistoryKind.Outages && since >= from && since < until && World.Agenda.Now >= until
            && step == World.Plan.Odds.Outage?.Step && (step is not null || delivery.Channel.Kind is ChannelKind.WechatRobot);
    }

    private void Count(Strain strain) => World.Totals.Strains[(int)strain]++;
}
