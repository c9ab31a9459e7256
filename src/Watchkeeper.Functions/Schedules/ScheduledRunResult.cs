namespace Watchkeeper.Functions.Schedules;

/// <summary>What a payload of a function on a schedule amounts to.</summary>
public abstract record ScheduledRunResult
{
    private ScheduledRunResult()
    {
    }

    /// <summary>The schedule ticked.</summary>
    /// <param name="Run">The tick.</param>
    public sealed record Accepted(ScheduledRun Run) : ScheduledRunResult;

    /// <summary>It is no tick of a schedule.</summary>
    /// <param name="Path">JSON path of the trouble.</param>
    /// <param name="Reason">What is wrong there and what would be right, without the payload's own words.</param>
    public sealed record Rejected(string Path, string Reason) : ScheduledRunResult;
}
