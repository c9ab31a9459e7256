using System.Collections.Immutable;
using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Makes a reaction's call, and makes it again where AWS refuses it for now: a throttled call changed nothing.</summary>
internal static class ReactionCall
{
    // For writing the outcome down before the process ends.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    private static readonly ImmutableArray<TimeSpan> Waits =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>The result; a call that is throttled to the end was rejected.</summary>
    /// <param name="scaling">Where it is made.</param>
    /// <param name="action">The call.</param>
    /// <param name="deadline">When this process will be gone; no wait goes beyond.</param>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="cancellationToken">Ends calls and waits.</param>
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
