using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>Counts what one sweep did.</summary>
internal sealed class SweepTally
{
    private readonly Dictionary<DecisionReason, int> decided = [];

    // Sends to different addresses run side by side.
    private readonly Lock gate = new();
    private int tried;
    private int failedSteps;

    public int Resolved { get; set; }

    public int Found { get; set; }

    public int FailedInARow { get; private set; }

    public void CountTried()
    {
        lock (gate)
            tried++;
    }

    public void CountStep(bool failed)
    {
        lock (gate)
        {
            failedSteps += failed ? 1 : 0;
            FailedInARow = failed ? FailedInARow + 1 : 0;
        }
    }

    public void Count(DecisionReason reason) => decided[reason] = decided.GetValueOrDefault(reason) + 1;

    public SweepReport Report()
    {
        var (reminded, unmuted) =
            (decided.GetValueOrDefault(DecisionReason.Reminded), decided.GetValueOrDefault(DecisionReason.MuteEnded));
        var raised = decided.GetValueOrDefault(DecisionReason.Escalated);
        return new SweepReport
        {
            Tried = tried,
            Expired = decided.Values.Sum() - reminded - unmuted - raised,
            Resolved = Resolved,
            Found = Found,
            Reminded = reminded,
            MutesEnded = unmuted,
            Raised = raised,
            Failed = failedSteps,
        };
    }
}
