using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Nothing is done, nor would be, about what is elsewhere, about too little to do, for an alarm that rings no more, and against a
/// mute of the alarm's owner.
/// </summary>
internal sealed class HandsOff : Invariant
{
    // As long as an invocation may take after it has asked.
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
/// While AWS mutes an incident, people hear of nothing but its end, and that only if they had been told of it; once it is muted
/// no more, it is kept quiet no more.
/// </summary>
internal sealed class MutesAreKept : Invariant
{
    public override string Name => "I9 mutes are kept";

    public override void SlotChanged(Incidents.Slot? before, Incidents.Slot after, int bytes)
    {
        if (after.Active is not { } active || World.Accounts.ById(after.Last.EventId) is not { } account)
            return;
        if (account is { Saying: Outside.Saying.Firing, MutedUntil: null } && active.Mute is { } mute)
            Broken($"{account} is muted by nobody, and {mute.By} keeps {active.Id} quiet");
        if (before?.Active?.Id == active.Id)
            return;
        // What CloudWatch itself shows says nothing of mute rules.
        var isMuted = account is { MutedUntil: not null, IsAccepted: true };
        if (!isMuted && active.Mute is not null)
            Broken($"{account} is muted by nobody, and {active.Id} is kept quiet");
    }

    public override void Sent(Expectation? expectation, Notification.Message message)
    {
        if (expectation is { Incident: { Mute: { } mute, IsActive: true } incident })
            Broken($"{expectation} was sent while {mute.By} keeps {incident.Id} quiet");
    }
}
