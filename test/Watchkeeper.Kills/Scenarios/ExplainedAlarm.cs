using System.Collections.Immutable;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>
/// A database fails and is repaired; the orders that depend on it fail meanwhile, and are quiet. The function that notifies reads
/// which incidents are open.
/// </summary>
internal class ExplainedAlarm : Scenario
{
    private const string Services =
        """
        services:
        - name: database
          databases: [shop-db]
        - name: orders
          databases: [shop-orders]
          depends_on: [database]
        """;

    public override string Name => "alarm explained";

    public override string Function => "NotifyFunction";

    // A sweep keeps seconds for its end, in which it looks at nothing that is kept back.
    public override TimeSpan HoldOfSweep => TimeSpan.FromSeconds(9);

    // A process reads the configuration at its start, and not again within a minute.
    public override bool NeedsNewLane => true;

    public override IReadOnlyList<string> Expected =>
    [
        "notification alarm/* T#0000000001: sns sent, mail sent",
        "notification alarm/*-orders T#0000000001: sns suppressed, mail suppressed",
        "dead letters: 0",
    ];

    public override Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) =>
        lane.ConfigureAsync(Services, cancellationToken);

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var (database, orders) = (Alarm(marker, "shop-db"), Alarm($"{marker}-orders", "shop-orders"));
        foreach (var change in ImmutableArray.Create(
            database.Create("ALARM", "OK", 0), orders.Create("ALARM", "OK", 1), database.Create("OK", "ALARM", 2),
            orders.Create("OK", "ALARM", 3)))
        {
            await lane.ChangeAsync(change, cancellationToken);
            await lane.SettleAsync(cancellationToken);
        }

        // The sweep ends what is kept back of an incident that is over.
        await SweptNotification.MakeDueAsync(lane, null, cancellationToken);
        await lane.TickAsync("SweepFunction", cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    private static AlarmEvent Alarm(string name, string database) => new(
        "061-db-read-latency-alarm.json", name, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DBInstanceIdentifier"] = database,
        });
}

/// <summary>The same, with kills of the sweep that ends what was kept back.</summary>
internal sealed class ExplainedAlarmSwept : ExplainedAlarm
{
    public override string Name => "alarm explained and swept";

    public override string Function => "SweepFunction";
}
