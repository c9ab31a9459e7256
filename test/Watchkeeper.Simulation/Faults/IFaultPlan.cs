namespace Watchkeeper.Simulation.Faults;

/// <summary>Decides which fault happens at which step.</summary>
internal interface IFaultPlan
{
    /// <summary>The fault at a step; <paramref name="number"/> counts from 0 over the whole history.</summary>
    FaultKind At(int number, string step);
}

/// <summary>Faults at the given steps only.</summary>
internal sealed class GivenFaults(IReadOnlyDictionary<int, FaultKind> faults) : IFaultPlan
{
    public static GivenFaults None { get; } = new(new Dictionary<int, FaultKind>());

    public FaultKind At(int number, string step) => faults.GetValueOrDefault(number);
}
