using System.Collections.Immutable;
using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Makes a reaction's call and retries a throttled one. A throttled call changed nothing.</summary>
internal static class ReactionCall
{
    // Time reserved to record the outcome before the process ends.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    private static readonly ImmutableArray<TimeSpan> Waits =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>Returns the result. A call that stays throttled counts as rejected.</summary>
    /// <param name="scaling">The service to call.</param>
    /// <param name="action">The call.</param>
    /// <param name="deadline">The time by which this process has ended; no wait lasts longer.</param>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="cancellationToken">Cancels calls and waits.</param>
    public static async Task<PerformResult> MakeAsync(
        IScaling scaling, ReactionAction action, DateTimeOffset deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await scaling.PerformAsync(action, cancellationToken);
        var tries = 1;
        foreach (var wait in Waits)
        {
            if (result is not PerformResult.Throttled || time.GetUtcNow() + wait + Reserve >= deadline)
                break;
            await Task.Delay(wait, time, cancellationToken);
            result = await scaling.PerformAsync(action, cancellationToken);
            tries++;
        }

        return result is PerformResult.Throttled { Reason: var reason }
            ? new PerformResult.Rejected($"given up after {(tries == 1 ? "1 try" : $"{tries} tries")}: {reason}")
            : result;
    }
}
