using Amazon.DynamoDBv2.Model;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>
/// An audit of Trusted Advisor over a table in which an earlier version left the snapshot of a check, and with an unreadable row
/// among the active incidents.
/// </summary>
internal sealed class DailyAudit : Scenario
{
    public override string Name => "daily audit";

    public override string Function => "AdvisorFunction";

    public override bool NeedsNewLane => true;

    public override IReadOnlyList<string> Expected => ["dead letters: 0"];

    public override async Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        foreach (var row in new[] { "HEAD", "P#0#0000", "P#1#0000" })
            await PutAsync(lane, new() { ["pk"] = Text("A#HCP4007jGY"), ["sk"] = Text(row) }, cancellationToken);
        await PutAsync(
            lane,
            new() { ["pk"] = Text("F#0"), ["sk"] = Text("UNREADABLE"), ["o"] = Text("OPEN#0"), ["os"] = Text("inc-0") },
            cancellationToken);
    }

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        await lane.TickAsync("AdvisorFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    private static AttributeValue Text(string value) => new() { S = value };

    private static async Task PutAsync(Lane lane, Dictionary<string, AttributeValue> row, CancellationToken cancellationToken) =>
        await lane.World.Emulated.DynamoDb.PutItemAsync(lane.Names.Table, row, cancellationToken);
}
