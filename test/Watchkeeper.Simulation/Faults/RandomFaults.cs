using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Faults;

/// <summary>Faults by chance, with the probabilities of the history.</summary>
internal sealed class RandomFaults(Chance chance, Odds odds) : IFaultPlan
{
    private readonly int all = odds.Error
        + odds.DoneUnanswered + odds.LostUnanswered + odds.Kill + odds.Throttle + odds.DoneTwice;

    public FaultKind At(int number, string step)
    {
        var drawn = chance.Below(Chance.Million);
        if (drawn >= all)
            return FaultKind.None;
        if ((drawn -= odds.Error) < 0)
            return FaultKind.Error;
        if ((drawn -= odds.DoneUnanswered) < 0)
            return FaultKind.DoneUnanswered;
        if ((drawn -= odds.LostUnanswered) < 0)
            return FaultKind.LostUnanswered;
        if ((drawn -= odds.Throttle) < 0)
            return FaultKind.Throttle;
        if ((drawn -= odds.DoneTwice) < 0)
            return FaultKind.DoneTwice;
        return (drawn & 1) == 0 ? FaultKind.KillBefore : FaultKind.KillAfter;
    }
}
