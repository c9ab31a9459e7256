using Watchkeeper.Alarms;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// At rest an alarm has an active incident if CloudWatch shows it in ALARM, and none if it shows OK or no such alarm, whatever events of it
/// came. One without data may have one for some hours yet; one whose instance ended while it fired has none.
/// </summary>
internal sealed class AlarmsAgree : Invariant
{
    public override string Name => "I10 alarms agree";

    public override void Rested()
    {
        var active = World.Table.ListActive()
            .Select(slot => (Slot: slot, Alarm: AlarmIdentity.Of(slot.Fingerprint)))
            .Where(each => each.Alarm is not null && World.Configuration.Home.Holds(each.Alarm.Account, each.Alarm.Region))
            .ToDictionary(each => each.Alarm!.Name, each => each.Slot, StringComparer.Ordinal);
        foreach (var alarm in World.CloudWatch.Alarms)
        {
            if (World.CloudWatch.IsFiring(alarm) && !Workload.Sources.IsElsewhere(alarm.Subject) && !active.ContainsKey(alarm.Subject))
                Broken($"{alarm} is in ALARM, and no incident of it is active");
        }

        foreach (var (name, slot) in active)
        {
            if (World.CloudWatch.Find(name) is not { } alarm)
                Broken($"{slot.Incident!.Id} is active, and there is no alarm {name}");
            else if (alarm.Saying is Saying.Clear)
                Broken($"{slot.Incident!.Id} is active, and {alarm} is well");
            else if (alarm.Saying is Saying.Unknown
                && World.Agenda.Now - alarm.At > World.Configuration.Lifecycle.NoDataTime + TimeSpan.FromMinutes(3) + World.Plan.Odds.Skew)
                Broken($"{slot.Incident!.Id} is active, and {alarm} has had no data since {alarm.At:O}");
            else if (slot.Incident is { Mute: { Kind: MuteKind.MuteRule, Until: { } until } } && alarm.Saying is Saying.Trouble
                && World.Agenda.Now - until > TimeSpan.FromMinutes(3))
                Broken($"{slot.Incident.Id} is kept quiet, and its window ended at {until:O}");
        }
    }
}
