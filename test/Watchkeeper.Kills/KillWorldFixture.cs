using System.Collections.Immutable;
using Watchkeeper.Kills.Calls;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Kills.Rounds;
using Watchkeeper.Kills.Scenarios;
using Watchkeeper.Kills.World;
using Xunit;

namespace Watchkeeper.Kills;

/// <summary>
/// The rounds of all scenarios. They run at once, because most of a round is a wait for a claim to expire; each test awaits its
/// own.
/// </summary>
public sealed class KillWorldFixture : IAsyncLifetime
{
    private const int AtOnce = 4;
    private const int MostTries = 10;

    private readonly SemaphoreSlim turn = new(AtOnce, AtOnce);
    private KillWorld? world;
    private ImmutableDictionary<string, Task<ImmutableArray<RoundReport>>> stories =
        ImmutableDictionary<string, Task<ImmutableArray<RoundReport>>>.Empty;

    private readonly Lazy<Task<ILookup<string, BoundaryRequest>>> requests;

    public KillWorldFixture() => requests = new(ReadRequestsAsync);

    internal KillWorld World => world ?? throw new InvalidOperationException("The emulators have not been started.");

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        world = await KillWorld.StartAsync(cancel);
        stories = AllScenarios.List.ToImmutableDictionary(
            each => each.Name, each => PlayAsync(each, cancel), StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        // The scenario's own test reports its failure.
        Task all = Task.WhenAll(stories.Values);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        turn.Dispose();
        if (world is not null)
            await world.DisposeAsync();
    }

    /// <summary>The rounds of a scenario, the first without kills.</summary>
    internal Task<ImmutableArray<RoundReport>> RoundsOfAsync(string story) => stories[story];

    /// <summary>The requests of all rounds and of the story, by function.</summary>
    internal Task<ILookup<string, BoundaryRequest>> RequestsAsync() => requests.Value;

    private async Task<ILookup<string, BoundaryRequest>> ReadRequestsAsync()
    {
        var logs = (await Task.WhenAll(stories.Values)).SelectMany(rounds => rounds).Select(round => round.Log)
            .Append(await StoryCalls.PlayAsync(TestContext.Current.CancellationToken));
        return logs.SelectMany(log => log.All)
            .ToLookup(passage => passage.Function, passage => passage.Request, StringComparer.Ordinal);
    }

    private async Task<ImmutableArray<RoundReport>> PlayAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var campaign = await Campaign.OpenAsync(World, scenario, cancellationToken);
            var rounds = ImmutableArray.CreateBuilder<RoundReport>();
            rounds.Add(campaign.Reference);
            foreach (var point in campaign.EveryKindOfPoint())
                rounds.AddRange(await KillAsync(campaign, point, cancellationToken));
            return rounds.ToImmutable();
        }
        finally
        {
            turn.Release();
        }
    }

    // The number of requests of a scenario may depend on its names: slots in one shard of an index are read with one request.
    private static async Task<ImmutableArray<RoundReport>> KillAsync(
        Campaign campaign, KillPoint point, CancellationToken cancellationToken)
    {
        var tries = ImmutableArray.CreateBuilder<RoundReport>();
        do
            tries.Add(await campaign.PlayAsync(point, cancellationToken));
        while (tries[^1].Log.Kills == 0 && tries.Count < MostTries);
        // The round without kills may have had more requests than all of these: a sweep looks at each incident for lost changes
        // in one minute of the hour.
        return tries[^1].Log.Kills > 0 || tries.All(round => campaign.RequestsIn(round) < point.Step)
            ? tries.ToImmutable()
            : throw new InvalidOperationException($"{point} was not reached: {tries[^1]}");
    }
}
