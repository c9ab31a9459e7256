using Watchkeeper.Alarms;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// At rest an alarm has an active incident if CloudWatch shows ALARM, and none if CloudWatch shows OK or no such alarm, whichever
/// events arrived. An alarm without data may have one for some hours; an alarm whose instance was terminated while it fired has
/// none.
/// </summary>
internal sealed class AlarmsAgree : Invariant
{
    // An event may carry a time of five minutes ago, and the next sweep takes a minute.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);
    private readonly Dictionary<string, DateTimeOffset> changed = new(StringComparer.Ordinal);

    public override string Name => "I10 alarms agree";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        var (now, account) = (World.Agenda.Now, World.Accounts.ById(after.Last.EventId));
        var settled = World.Configuration.Lifecycle.SettleTime - World.Plan.Odds.Skew;
        var identity = AlarmIdentity.From(after.Fingerprint);
        if (account is null && after.Last.Reason is DecisionReason.SourceGone && identity is not null)
        {
            if (World.CloudWatch.Find(identity.Name) is { } alarm && now - alarm.At > Longest)
                Broken($"{after.Incident!.Id} ended as if there were no {alarm}");
            if (now - changed.GetValueOrDefault(after.Fingerprint.Text) < settled)
                Broken($"{after.Incident!.Id} ended for want of an alarm, and had only just changed");
        }

        var shown = identity is null ? null : World.CloudWatch.Find(identity.Name);
        var dataless = shown is null ? null : World.CloudWatch.WithoutDataSince(shown);
        if (after.Last.Reason is DecisionReason.NoDataForLong && dataless is { } since
            && now - since < World.Configuration.Lifecycle.NoDataTime - World.Plan.Odds.Skew)
        {
            Broken($"{after.Incident!.Id} ended for want of data, which has been missing since {since:O}");
        }

        // Only an event reports a mute, and it needs time to arrive.
        if (account is { IsState: true, Meaning: EventMeaning.Firing } && before?.Active is null && after.Active is not null
            && World.Actor?.Sandbox?.Function.Name is FunctionName.SweepFunction && now - account.At < settled)
        {
            Broken($"{account} was found by a sweep, {now - account.At} after it happened");
        }

        // A throttled write lands seconds after its decision, and the slot carries the time of the decision.
        changed[after.Fingerprint.Text] = after.Last.RecordedAt < now ? after.Last.RecordedAt : now;
    }

    public override void Rested()
    {
        var active = World.Table.ListActive()
            .Select(slot => (Slot: slot, Alarm: AlarmIdentity.From(slot.Fingerprint)))
            .Where(each => each.Alarm is not null && World.Configuration.Home.Holds(each.Alarm.Account, each.Alarm.Region))
            .ToDictionary(each => each.Alarm!.Name, each => each.Slot, StringComparer.Ordinal);
        foreach (var alarm in World.CloudWatch.Alarms)
        {
            if (World.CloudWatch.IsFiring(alarm)
                && !Workload.Sources.IsElsewhere(alarm.Subject) && !active.ContainsKey(alarm.Subject))
            {
                Broken($"{alarm} is in ALARM, and no incident of it is active");
            }
        }

        foreach (var (name, slot) in active)
        {
            if (World.CloudWatch.Find(name) is not { } alarm)
            {
                Broken($"{slot.Incident!.Id} is active, and there is no alarm {name}");
            }
            else if (World.CloudWatch.WithoutDataSince(alarm) is { } since)
            {
                // An alarm that was well and lost its data since is shown without data, however late an event says that it fired.
                if (World.Agenda.Now - since
                    > World.Configuration.Lifecycle.NoDataTime + TimeSpan.FromMinutes(3) + World.Plan.Odds.Skew)
                {
                    Broken($"{slot.Incident!.Id} is active, and {alarm} has had no data since {since:O}");
                }
            }
            else if (alarm.Meaning is EventMeaning.Resolved)
            {
                Broken($"{slot.Incident!.Id} is active, and {alarm} is well");
            }
            else if (slot.Incident is { Mute: { Kind: MuteKind.MuteRule, Until: { } until } } && World.CloudWatch.IsFiring(alarm)
                && World.Agenda.Now - until > TimeSpan.FromMinutes(3))
            {
                Broken($"{slot.Incident.Id} is kept quiet, and its window ended at {until:O}");
            }
        }
    }
}
