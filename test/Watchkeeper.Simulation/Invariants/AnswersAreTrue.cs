using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>A function acknowledges only what the table holds.</summary>
internal sealed class AnswersAreTrue : Invariant
{
    private readonly HashSet<string> recorded = new(StringComparer.Ordinal);

    public override string Name => "I1 answers are true";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (World.Accounts.ById(after.Last.EventId) is { } account)
            recorded.Add(account.Observation);
    }

    public override void Answered(EventAccount account, IntakeResult result)
    {
        // An undoing act without an incident leaves no trace in the table.
        if (account is { IsState: false, Meaning: EventMeaning.Resolved } && result.Reason == "nothing-to-resolve")
            return;
        // An event below its threshold leaves its trace in the count.
        if (account.Meaning is EventMeaning.Counted && result.Reason == "below-threshold")
            return;
        if (result.Outcome is Outcome.Ignored or Outcome.Failed
            || result.Reason == "stale" || recorded.Contains(account.Observation))
        {
            return;
        }
        Broken($"{account} was answered «{result.Outcome.ToKebabCase()}: {result.Reason}», and no slot has taken it in");
    }
}
