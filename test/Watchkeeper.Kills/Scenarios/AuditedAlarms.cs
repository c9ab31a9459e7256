using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>A state change without an event; the sweep finds it in CloudWatch.</summary>
internal abstract class AuditedAlarm(string name) : Scenario
{
    // The next sweep makes up for a killed one, and two may be killed.
    private const int Sweeps = 3;

    public override string Name => name;

    public override string Function => "SweepFunction";

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        await ChangeAsync(lane, new AlarmEvent("061-db-read-latency-alarm.json", marker, Dimensions), cancellationToken);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            await lane.TickAsync("SweepFunction", cancellationToken);
            await lane.SettleAsync(cancellationToken);
        }
    }

    protected abstract Task ChangeAsync(Lane lane, AlarmEvent alarm, CancellationToken cancellationToken);

    private static readonly Dictionary<string, string> Dimensions =
        new(StringComparer.Ordinal) { ["DBInstanceIdentifier"] = "shop-db" };
}

/// <summary>The missed event resolves the incident.</summary>
internal sealed class MissedEnd() : AuditedAlarm("end found by audit")
{
    public override IReadOnlyList<string> Expected =>
        ["slot alarm/*: version 2, resolved, 2 signals", "notification alarm/* T#0000000002: sns sent, mail sent"];

    protected override async Task ChangeAsync(Lane lane, AlarmEvent alarm, CancellationToken cancellationToken)
    {
        await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        await lane.SettleAsync(cancellationToken);
        lane.Show(alarm.Create("OK", "ALARM", 2));
    }
}

/// <summary>The missed event opens the incident.</summary>
internal sealed class MissedAlarm() : AuditedAlarm("alarm found by audit")
{
    public override IReadOnlyList<string> Expected =>
        ["slot alarm/*: version 1, open, 1 signals", "notification alarm/* T#0000000001: sns sent, mail sent"];

    protected override Task ChangeAsync(Lane lane, AlarmEvent alarm, CancellationToken cancellationToken)
    {
        lane.Show(alarm.Create("ALARM", "OK", 0));
        return Task.CompletedTask;
    }
}
