using Watchkeeper.Text;

namespace Watchkeeper.Functions.Schedules;

/// <summary>The result of reading a scheduled function's payload.</summary>
internal abstract record ScheduledRunResult
{
    private ScheduledRunResult()
    {
    }

    /// <summary>The payload is a scheduled event.</summary>
    /// <param name="Run">The run.</param>
    public sealed record Accepted(ScheduledRun Run) : ScheduledRunResult;

    /// <summary>The payload is not a scheduled event.</summary>
    /// <param name="Rejection">Why, without text from the payload.</param>
    public sealed record Rejected(Rejection Rejection) : ScheduledRunResult;
}
