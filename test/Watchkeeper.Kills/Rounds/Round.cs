using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Kills.Scenarios;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Rounds;

/// <summary>
/// Plays a scenario once, kills at the given points, does what Lambda and the schedule do afterwards, and reads the outcome.
/// </summary>
internal static class Round
{
    private const int MostSweeps = 3;

    /// <param name="lane">The lane.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="function">The function whose requests count; null counts all.</param>
    /// <param name="points">The points of the kills.</param>
    /// <param name="reference">The round without kills; null for that round itself.</param>
    /// <param name="cancellationToken">Cancels the round.</param>
    public static async Task<RoundReport> PlayAsync(
        Lane lane, Scenario scenario, string? function, ImmutableArray<KillPoint> points, ImmutableSortedSet<string>? reference,
        CancellationToken cancellationToken)
    {
        var marker = lane.World.NewName("kill");
        await scenario.PrepareAsync(lane, marker, cancellationToken);
        await lane.UncapAsync(cancellationToken);
        lane.Proxy.Arm(function, points);
        await scenario.PlayAsync(lane, marker, cancellationToken);
        var about = scenario.NeedsNewLane ? null : marker;
        var outcome = await RestAsync(lane, about, cancellationToken);
        var log = lane.Proxy.Log();
        var deadLetters = await Outcome.TakeDeadLettersAsync(lane, marker, cancellationToken);
        var picture = Picture.From(outcome, deadLetters, marker);
        var wanted = reference ?? [.. scenario.Expected];
        return new RoundReport
        {
            Scenario = scenario.Name,
            Log = log,
            Picture = picture,
            Lost = [.. wanted.Except(picture), .. lane.TakeGivenUp()],
            Stuck = Verdict.Stuck(outcome),
            Wrong =
            [
                .. reference is null ? [] : picture.Except(reference),
                .. Verdict.Undelivered(outcome, log),
                .. Verdict.Reactions(outcome, log),
            ],
            Duplicates = Verdict.Duplicates(outcome, log),
        };
    }

    // Claims expire, and the next sweep takes over the unfinished work.
    private static async Task<Outcome> RestAsync(Lane lane, string? marker, CancellationToken cancellationToken)
    {
        for (var sweeps = 0; ; sweeps++)
        {
            var outcome = await Outcome.ReadAsync(lane, marker, cancellationToken);
            if (Verdict.Stuck(outcome).IsEmpty || sweeps == MostSweeps)
                return outcome;
            var wait = outcome.HeldUntil - TimeProvider.System.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait.Value, cancellationToken);
            await lane.TickAsync("SweepFunction", cancellationToken);
            await lane.SettleAsync(cancellationToken);
        }
    }
}
