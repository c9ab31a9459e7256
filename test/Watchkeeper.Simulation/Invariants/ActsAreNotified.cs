using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A new actor is notified while the incident is active, a known actor is not: eight further actors one by one, the rest with the
/// next reminder. While the incident is active, its messages show a successful act rather than a refused act of no greater
/// severity.
/// </summary>
internal sealed class ActsAreNotified : Invariant
{
    private readonly KnownActs known = new();

    public override string Name => "I5 acts are notified";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        var account = World.Accounts.ById(after.Last.EventId);
        if (account is { Actor: not null, Meaning: EventMeaning.Firing } && before?.Active is { } lasts)
        {
            var isWorse = after.Incident!.Severity > lasts.Severity;
            var isNotified = Transitions.Between(before, after) is Transition.AnotherAct or Transition.Escalated;
            if (isNotified != (known.IsNews(lasts.Id, account) || isWorse))
            {
                Broken($"{account} by {account.Actor}{(account.IsRefused ? " (refused)" : "")} was "
                    + $"{after.Last.Reason} in {lasts.Id}");
            }
            if (account.IsRefused && !isWorse && !ShowsRefused(lasts) && ShowsRefused(after.Incident))
                Broken($"{lasts.Id} showed an act that succeeded, and shows {account}, which was refused");
        }

        known.Take(after, account);
    }

    private static bool ShowsRefused(Incident incident) => incident.Subject.Labels["errorCode"].Length > 0;
}
