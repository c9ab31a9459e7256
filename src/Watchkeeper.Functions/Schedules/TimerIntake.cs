using System.Text;
using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Timers;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;

namespace Watchkeeper.Functions.Schedules;

/// <summary>Handles the timers of a batch that are not due: sets again what came early, and makes dead letters of what is no timer.</summary>
/// <param name="function">The function.</param>
/// <param name="timers">Sets timers; null leaves what came early to the sweep.</param>
/// <param name="deadLetters">The dead letters.</param>
/// <param name="metrics">Counts dead letters.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class TimerIntake(
    FunctionName function, GroupTimerSetter? timers, IDeadLetters deadLetters, Metrics metrics, ILogger log, TimeProvider time)
{
    /// <summary>Handles what is not due. If a dead letter cannot be stored, the invocation fails, and the queue delivers again.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="now">The time by which some were due.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>How many came early.</returns>
    public async Task<int> SettleAsync(TimerBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var early = batch.Timers.Where(at => at > now).ToList();
        foreach (var at in early.Distinct())
            await (timers?.SetAsync(at, cancellationToken) ?? Task.CompletedTask);
        foreach (var rejected in batch.Rejected)
        {
            var letter = new DeadLetter(function.ToString(), rejected.Rejection, Encoding.UTF8.GetBytes(rejected.Body), time.GetUtcNow());
            await deadLetters.SendAsync(letter, cancellationToken);
            metrics.DeadLetter();
            Log.SignalRejected(log, rejected.Rejection.Path, rejected.Rejection.Reason);
        }

        return early.Count;
    }
}
