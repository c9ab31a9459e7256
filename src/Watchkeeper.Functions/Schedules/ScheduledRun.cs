namespace Watchkeeper.Functions.Schedules;

/// <summary>One run of a schedule («Creating a rule that runs on a schedule», EventBridge user guide).</summary>
internal sealed record ScheduledRun
{
    /// <summary>
    /// The due time in UTC, never in the future. After a retry by EventBridge the time lies in the past. An event without a time
    /// is due now.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account of the schedule, which is also the function's account; empty if the event names none.</summary>
    public required string Account { get; init; }

    /// <summary>The ARN of the schedule's rule; empty if the event names none.</summary>
    public required string Rule { get; init; }
}
