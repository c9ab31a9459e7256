using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// No reaction acts, or would act, on another account or region, on an alarm about too little load, for an alarm that no longer
/// fires, or against a mute of the alarm's owner.
/// </summary>
internal sealed class HandsOff : Invariant
{
    // The longest time between an invocation's question and its act.
    private static readonly TimeSpan Since = TimeSpan.FromMinutes(1);

    public override string Name => "I7 hands off";

    public override void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        if (after.Status is ReactionStatus.Refused)
            return;
        var name = after.Incident.Subject.Name;
        if (after.Incident.Subject.Source is Signals.SignalSource.Alarm && Sources.IsHandsOff(name))
            Broken($"{after.Step} is {after.Status} for {name}");
        if (before is null && World.CloudWatch.StillSince(name) is { } still && World.Agenda.Now - still > Since)
            Broken($"{after.Step} is {after.Status} for {name}, which has not been in ALARM since {still:O}");
        if (after.Incident.Mute is { } mute)
            Broken($"{after.Step} is {after.Status} for {after.Incident.Id}, which {mute.By} mutes until {mute.Until:O}");
    }
}

/// <summary>
/// While AWS mutes an incident, people receive only its end, and only if they had received its beginning; when the mute is over,
/// notifications resume.
/// </summary>
internal sealed class MutesAreRespected : Invariant
{
    public override string Name => "I9 mutes are respected";

    public override void SlotChanged(Incidents.Slot? before, Incidents.Slot after, int bytes)
    {
        if (after.Active is not { } active || World.Accounts.ById(after.Last.EventId) is not { } account)
            return;
        if (account is { Meaning: Outside.EventMeaning.Firing, MutedUntil: null } && active.Mute is { } mute)
            Broken($"{account} is muted by nobody, and {mute.By} keeps {active.Id} quiet");
        if (before?.Active?.Id == active.Id)
            return;
        // DescribeAlarms does not show mute rules.
        var isMuted = account is { MutedUntil: not null, IsAccepted: true };
        if (!isMuted && active.Mute is not null)
            Broken($"{account} is muted by nobody, and {active.Id} is kept quiet");
    }

    public override void Sent(Expectation? expectation, Notification.Rendering.Message message)
    {
        if (expectation is { Incident: { Mute: { } mute, IsActive: true } incident })
            Broken($"{expectation} was sent while {mute.By} keeps {incident.Id} quiet");
    }
}
