using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Kills.Scenarios;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Rounds;

/// <summary>
/// The rounds of one scenario: one without kills, whose outcome is the reference, and then as many as are wanted.
/// </summary>
internal sealed class Campaign : IAsyncDisposable
{
    private readonly KillWorld world;
    private readonly Scenario scenario;
    private readonly RoundReport reference;
    private Lane lane;

    private Campaign(KillWorld world, Scenario scenario, Lane lane, RoundReport reference) =>
        (this.world, this.scenario, this.lane, this.reference) = (world, scenario, lane, reference);

    /// <summary>The round without kills.</summary>
    public RoundReport Reference => reference;

    public static async Task<Campaign> OpenAsync(KillWorld world, Scenario scenario, CancellationToken cancellationToken)
    {
        var lane = await Lane.OpenAsync(world, scenario.HoldOfSweep, cancellationToken);
        // The first round starts the processes that later rounds use.
        return new Campaign(world, scenario, lane, await Round.PlayAsync(lane, scenario, null, [], null, cancellationToken));
    }

    /// <summary>Both sides of every request of the scenario's function.</summary>
    public ImmutableArray<KillPoint> EveryPoint() => [.. Steps().SelectMany((_, index) => Sides(index + 1))];

    /// <summary>Both sides of the first and of the last request of each kind.</summary>
    public ImmutableArray<KillPoint> EveryKindOfPoint()
    {
        var steps = Steps().Select((passage, index) => (passage.Request.Operation, Step: index + 1))
            .GroupBy(each => each.Operation, StringComparer.Ordinal);
        return [.. steps.SelectMany(kind => new[] { kind.First().Step, kind.Last().Step }.Distinct()).Order().SelectMany(Sides)];
    }

    /// <summary>How many requests the scenario's function made in a round.</summary>
    public int RequestsIn(RoundReport round) => round.Log.All.Count(passage => passage.Function == scenario.Function);

    /// <summary>Kills the scenario's function at one point.</summary>
    public Task<RoundReport> PlayAsync(KillPoint point, CancellationToken cancellationToken) =>
        PlayAsync(scenario.Function, [point], cancellationToken);

    /// <summary>Kills any function at these points, counted over all functions.</summary>
    public async Task<RoundReport> PlayAsync(
        string? function, ImmutableArray<KillPoint> points, CancellationToken cancellationToken)
    {
        if (scenario.NeedsNewLane)
        {
            await lane.DisposeAsync();
            lane = await Lane.OpenAsync(world, scenario.HoldOfSweep, cancellationToken);
        }

        return await Round.PlayAsync(lane, scenario, function, points, reference.Picture, cancellationToken);
    }

    public ValueTask DisposeAsync() => lane.DisposeAsync();

    private IEnumerable<Passage> Steps() => reference.Log.All.Where(passage => passage.Function == scenario.Function);

    private static IEnumerable<KillPoint> Sides(int step) => [new(step, KillMoment.Before), new(step, KillMoment.After)];
}
