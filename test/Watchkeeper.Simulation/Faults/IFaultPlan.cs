namespace Watchkeeper.Simulation.Faults;

/// <summary>Says what goes wrong where.</summary>
internal interface IFaultPlan
{
    /// <summary>The fault at the step with this number, counted from 0 over the whole history.</summary>
    FaultKind At(int number, string step);
}

/// <summary>Faults at given steps and nowhere else.</summary>
internal sealed class GivenFaults(IReadOnlyDictionary<int, FaultKind> faults) : IFaultPlan
{
    public static GivenFaults None { get; } = new(new Dictionary<int, FaultKind>());

    public FaultKind At(int number, string step) => faults.GetValueOrDefault(number);
}
