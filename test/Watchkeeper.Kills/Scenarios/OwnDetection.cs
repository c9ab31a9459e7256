using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Watchkeeper.Kills.World;
using Watchkeeper.Testing;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>
/// A user's own detection finds an act while SNS and SES fail, and the sweep notifies later: three functions read the list.
/// </summary>
internal sealed class OwnDetection : Scenario
{
    private const string Id = "tap-opened";

    public override string Name => "own detection swept";

    public override string Function => "SweepFunction";

    // A process reads the list at its start, and not again within a minute.
    public override bool NeedsNewLane => true;

    public override IReadOnlyList<string> Expected =>
    [
        $"slot detection/{Id}/123456789012: version 1, open, 1 signals",
        $"notification detection/{Id}/123456789012 T#0000000001: sns sent, mail sent",
    ];

    public override Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) => lane.Detections.ApplyAsync(
        null, OwnFiles.List(OwnFiles.Tap(Id)), 1, marker, TimeProvider.System.GetUtcNow(), cancellationToken);

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        lane.Proxy.Refuse("Publish", "SendRawEmail");
        await lane.InvokeAsync("TrailFunction", Act(), cancellationToken);
        await lane.SettleAsync(cancellationToken);
        lane.Proxy.Refuse();
        await SweptNotification.MakeDueAsync(lane, null, cancellationToken);
        await lane.TickAsync("SweepFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    private static byte[] Act()
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.PathOf("events", "trail", "120-trail-stopped.json")))!;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        (json["time"], json["detail"]!["eventTime"]) = (now, now);
        json["detail"]!["eventName"] = "OpenTap";
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
