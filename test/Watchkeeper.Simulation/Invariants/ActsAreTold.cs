using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Another one who does it is told while the incident goes on, and the same one is not; of eight others one by one, of the rest with the
/// next reminder.
/// </summary>
internal sealed class ActsAreTold : Invariant
{
    private readonly KnownActs known = new();

    public override string Name => "I5 acts are told";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        var account = World.Accounts.ById(after.Last.EventId);
        if (account is { Actor: not null, Saying: Saying.Trouble } && before?.Active is { } lasts)
        {
            var isTold = Transitions.Between(before, after) is Transition.AnotherAct or Transition.Escalated;
            if (isTold != (known.IsNews(lasts.Id, account) || after.Incident!.Severity > lasts.Severity))
                Broken($"{account} by {account.Actor}{(account.IsRefused ? " (refused)" : "")} was {after.Last.Reason} in {lasts.Id}");
        }

        known.Take(after, account);
    }
}

/// <summary>
/// People are reminded of what goes on, not sooner than four hours after they were told, or one hour where further acts wait, and not once
/// somebody has acknowledged it.
/// </summary>
internal sealed class RemindsInTime : Invariant
{
    private static readonly TimeSpan First = TimeSpan.FromHours(4);
    private static readonly TimeSpan WhileActsWait = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (DateTimeOffset At, int Others)> told = new(StringComparer.Ordinal);

    public override string Name => "I5 reminds in time";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (Transitions.Between(before, after) is not { } transition || after.Incident is not { } incident)
            return;
        var others = transition is Transition.AnotherAct ? told.GetValueOrDefault(incident.Id).Others + 1 : 0;
        if (transition is Transition.Reminded)
        {
            var least = told[incident.Id].Others >= 8 ? WhileActsWait : First;
            // Either clock may be wrong, and a sweep's is that of its tick; whole seconds are kept.
            var since = after.Last.RecordedAt - told[incident.Id].At + (2 * World.Plan.Odds.Skew) + TimeSpan.FromSeconds(1);
            if (incident.Status is not IncidentStatus.Open || since < least)
                Broken($"a reminder of {incident.Id}, which is {incident.Status}, {since} after {told[incident.Id].At:O}");
        }

        told[incident.Id] = (after.Last.RecordedAt, others);
    }
}
