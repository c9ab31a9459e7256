using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>Two alarms of one service are told in one message, by the sweep.</summary>
internal sealed class GroupedAlarms : Scenario
{
    private const string Groups =
        """
        route:
          receiver: people
          group_by: [source]
          group_wait: 1s
          group_interval: 1s
        receivers:
        - name: people
          sns_configs: [{topic_arn: default}]
          email_configs: [{to: default}]
        """;

    public override string Name => "alarms grouped";

    public override string Function => "NotifyFunction";

    // A process reads the configuration at its start, and not again within a minute.
    public override bool NeedsNewLane => true;

    // A sweep keeps seconds for its end, in which it looks at nothing that is kept back.
    public override TimeSpan HoldOfSweep => TimeSpan.FromSeconds(9);

    public override IReadOnlyList<string> Expected =>
    [
        "notification alarm/* T#0000000001: sns sent, mail sent",
        "notification alarm/*-orders T#0000000001: sns grouped, mail grouped",
        "dead letters: 0",
    ];

    public override Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) =>
        lane.ConfigureAsync(Groups, cancellationToken);

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        foreach (var (name, database) in ((string, string)[])[(marker, "shop-db"), ($"{marker}-orders", "shop-orders")])
        {
            var alarm = new AlarmEvent(
                "061-db-read-latency-alarm.json", name, new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["DBInstanceIdentifier"] = database,
                });
            await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        }

        await lane.SettleAsync(cancellationToken);
        // The wait of the group that the last of them may have begun.
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancellationToken);
        await lane.TickAsync("SweepFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }
}
