using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>An audit by Trusted Advisor, compared with none before.</summary>
internal sealed class DailyAudit : Scenario
{
    public override string Name => "daily audit";

    public override string Function => "AdvisorFunction";

    public override bool NeedsNewLane => true;

    public override IReadOnlyList<string> Expected => ["letters: 0"];

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        await lane.TickAsync("AdvisorFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }
}
