namespace Watchkeeper.Functions.Schedules;

/// <summary>One tick of a schedule («Creating a rule that runs on a schedule», EventBridge user guide).</summary>
public sealed record ScheduledRun
{
    /// <summary>
    /// When the schedule was due, in UTC; never in the future, and a while ago where EventBridge had to try again. Now, where the event
    /// does not say.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account of the schedule, which is the function's own; empty where it is not said.</summary>
    public required string Account { get; init; }

    /// <summary>The ARN of the schedule's rule; empty where it is not said.</summary>
    public required string Rule { get; init; }
}
