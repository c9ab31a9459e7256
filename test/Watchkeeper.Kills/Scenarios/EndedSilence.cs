using Watchkeeper.Kills.World;
using Watchkeeper.Muting;
using Watchkeeper.Routing;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>The sweep moves a silence that is over to those that were.</summary>
internal sealed class EndedSilence : Scenario
{
    public override string Name => "silence ended";

    public override string Function => "SweepFunction";

    // A process does not look at an unchanged list again within seconds.
    public override bool NeedsNewLane => true;

    public override IReadOnlyList<string> Expected => ["silence that is over", "dead letters: 0"];

    public override Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var end = TimeProvider.System.GetUtcNow().AddHours(-2);
        return lane.Silences.AddAsync(
            new Silence
            {
                Id = "sil-69a52771708a94ea",
                Matchers = [new Matcher("service", MatchOperator.Equal, "orders")],
                StartsAt = end.AddHours(-1),
                EndsAt = end,
                By = "kills",
                Reason = "a new version of the orders",
                ChangedAt = end.AddHours(-1),
            },
            cancellationToken);
    }

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        await lane.TickAsync("SweepFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }
}
