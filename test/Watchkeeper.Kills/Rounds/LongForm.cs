using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Kills.Scenarios;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Rounds;

/// <summary>Every point of every scenario, and then random points, up to a number of kills.</summary>
internal sealed class LongForm(int kills, int seed, TextWriter output)
{
    private readonly Tally all = new();
    private readonly Lock gate = new();
    private int bad;

    /// <summary>Runs it; returns 0 if every round was good, otherwise 1.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var world = await KillWorld.StartAsync(cancellationToken);
        await output.WriteLineAsync($"{world.Program.File}, seed {seed}");
        // Most of a round is a wait for a claim to expire, so several rounds run at once.
        var options =
            new ParallelOptions { MaxDegreeOfParallelism = AllScenarios.List.Length, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            AllScenarios.List.Index(), options, async (each, token) => await RunAsync(world, each.Item, each.Index, token));
        var messages = await world.MessagesAsync(cancellationToken);
        if (messages != all.Messages)
        {
            bad++;
            await output.WriteLineAsync($"moto sent {messages} messages, {all.Messages} passed the proxy");
        }

        await output.WriteLineAsync(FormattableString.Invariant(
            $"{all}; {bad} rounds went wrong; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
        return bad == 0 && all.Kills > 0 ? 0 : 1;
    }

    private async Task RunAsync(KillWorld world, Scenario scenario, int number, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        await using var campaign = await Campaign.OpenAsync(world, scenario, cancellationToken);
        Add(tally, campaign.Reference);
        foreach (var point in campaign.EveryPoint().TakeWhile(_ => tally.Kills < kills))
            Add(tally, await campaign.PlayAsync(point, cancellationToken));
        var chance = new Random(seed + number);
        var share = kills / AllScenarios.List.Length;
        while (tally.Kills <= share)
            Add(tally, await campaign.PlayAsync(null, ByChance(chance, campaign.Reference.Log.All.Length), cancellationToken));
        await output.WriteLineAsync($"{scenario.Name} ({campaign.EveryPoint().Length} points): {tally}");
    }

    // Two at most: one of an asynchronous event's three tries must succeed.
    private static ImmutableArray<KillPoint> ByChance(Random chance, int steps)
    {
        var moments = Enum.GetValues<KillMoment>();
        var points = Enumerable.Range(0, chance.Next(1, 3))
            .Select(_ => new KillPoint(chance.Next(1, steps + 1), moments[chance.Next(moments.Length)]));
        return [.. points.OrderBy(point => point.Step)];
    }

    private void Add(Tally tally, RoundReport report)
    {
        tally.Add(report);
        all.Add(report);
        if (report.IsGood)
            return;
        lock (gate)
        {
            bad++;
            output.WriteLine(report);
        }
    }
}
