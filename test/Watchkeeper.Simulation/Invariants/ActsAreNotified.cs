using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Another one who does it is told while the incident goes on, and the same one is not; of eight others one by one, of the rest
/// with the next reminder. While it goes on, an act that succeeded is shown, not one of no more weight that AWS refused.
/// </summary>
internal sealed class ActsAreNotified : Invariant
{
    private readonly KnownActs known = new();

    public override string Name => "I5 acts are told";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        var account = World.Accounts.ById(after.Last.EventId);
        if (account is { Actor: not null, Saying: Saying.Firing } && before?.Active is { } lasts)
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
