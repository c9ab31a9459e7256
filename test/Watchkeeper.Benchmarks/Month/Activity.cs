using System.Collections.Immutable;

namespace Watchkeeper.Benchmarks.Month;

/// <summary>What an activity's count is counted by.</summary>
internal enum Pace
{
    /// <summary>Monday to Friday, in working hours.</summary>
    Workday,

    /// <summary>Every day, at any hour.</summary>
    Day,

    /// <summary>A week, in working hours.</summary>
    Week,

    /// <summary>The month, in working hours.</summary>
    Month,

    /// <summary>Once, on the day that the count names.</summary>
    Once,
}

/// <summary>Calls that belong together, and how often somebody makes them.</summary>
/// <param name="Name">What is done; mistakes and intrusions say so.</param>
/// <param name="Caller">What CloudTrail says about the caller, as members of a record.</param>
/// <param name="Count">How often, or on which day of the month.</param>
/// <param name="Pace">What the count is counted by.</param>
/// <param name="Calls">The calls, in their order.</param>
internal sealed record Activity(string Name, string Caller, int Count, Pace Pace, ImmutableArray<Call> Calls)
{
    /// <summary>Whether it is what nobody should be woken for.</summary>
    public bool IsOrdinary { get; } = !Name.StartsWith("mistake", StringComparison.Ordinal)
        && !Name.StartsWith("intrusion", StringComparison.Ordinal);
}
