using Watchkeeper.Kills.Rounds;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>SNS and SES fail when an incident opens; the sweep notifies later.</summary>
internal sealed class SweptNotification : Scenario
{
    public override string Name => "notification swept";

    public override string Function => "SweepFunction";

    public override IReadOnlyList<string> Expected =>
        ["slot alarm/*: version 2, resolved, 2 signals", "notification alarm/* T#0000000001: sns sent, mail sent"];

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var alarm = new AlarmEvent(
            "061-db-read-latency-alarm.json", marker, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DBInstanceIdentifier"] = "shop-db",
            });
        lane.Proxy.Refuse("Publish", "SendRawEmail");
        await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        await lane.SettleAsync(cancellationToken);
        lane.Proxy.Refuse();
        await MakeDueAsync(lane, marker, cancellationToken);
        await lane.TickAsync("SweepFunction", cancellationToken);
        await lane.ChangeAsync(alarm.Create("OK", "ALARM", 2), cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    /// <summary>Makes each waiting delivery due, as if a minute had passed.</summary>
    public static async Task MakeDueAsync(Lane lane, string? marker, CancellationToken cancellationToken)
    {
        var past = TimeProvider.System.GetUtcNow().AddSeconds(-5);
        foreach (var record in (await Outcome.ReadAsync(lane, marker, cancellationToken)).Notifications.Where(
            record => record.DueAt is not null))
        {
            var due = record.Deliveries.Select(each => each.NextAttemptAt is null ? each : each with { NextAttemptAt = past });
            await lane.Notifications.SettleAsync(record with { Deliveries = [.. due] }, cancellationToken);
        }
    }
}
