using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Every accepted event is in flight, or has ended in exactly one way.</summary>
internal sealed class Conservation : Invariant
{
    private int accepted;
    private int ended;
    private int underway;

    public override string Name => "I1 conservation";

    public override void Accepted(EventAccount account)
    {
        accepted++;
        underway++;
    }

    // An event without deliveries in flight must have ended.
    public override void Left(EventAccount account)
    {
        if (account.Copies < 0)
            Broken($"{account} was delivered more often than it was sent");
        if (account.Copies > 0)
            return;
        if (account.End is null)
            Broken($"{account} is nowhere: no delivery is under way, and it has not ended");
        if (account.IsCounted)
            return;
        account.IsCounted = true;
        ended++;
        underway--;
        if (accepted != ended + underway)
            Broken(FormattableString.Invariant($"{accepted} accepted, {ended} ended, {underway} under way"));
    }

    public override void Answered(EventAccount account, IntakeResult result)
    {
        var expected = account.Meaning switch
        {
            EventMeaning.Irrelevant => Outcome.Ignored,
            EventMeaning.Malformed => Outcome.Failed,
            _ => (Outcome?)null,
        };
        // A terminated instance may have no incidents.
        if (account.Meaning is EventMeaning.Terminated)
            return;
        if (expected is null ? result.Outcome is Outcome.Ignored or Outcome.Failed : result.Outcome != expected)
            Broken($"{account} says {account.Meaning} and was answered «{result.Outcome.ToKebabCase()}: {result.Reason}»");
        else if (result.Outcome is Outcome.Failed && !World.Accounts.IsDeadLettered(account))
            Broken($"{account} cannot be understood, and there is no dead letter of it");
    }

    public override void Rested()
    {
        if (underway != 0)
            Broken(FormattableString.Invariant($"{underway} of {accepted} events are under way at rest"));
    }
}
