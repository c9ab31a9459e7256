using System.Text;
using Watchkeeper.Kills.World;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>An incident opens, is repeated, and ends.</summary>
internal class RecordedAlarm : Scenario
{
    public override string Name => "alarm recorded";

    public override string Function => "AlarmFunction";

    public override IReadOnlyList<string> Expected => ["slot alarm/*: version 3, resolved, 3 signals", "dead letters: 0"];

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var alarm = new AlarmEvent("061-db-read-latency-alarm.json", marker, Dimensions);
        await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        await lane.ChangeAsync(alarm.Create("ALARM", "ALARM", 1), cancellationToken);
        await lane.ChangeAsync(alarm.Create("OK", "ALARM", 2), cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    private static readonly Dictionary<string, string> Dimensions =
        new(StringComparer.Ordinal) { ["DBInstanceIdentifier"] = "shop-db" };
}

/// <summary>The same, with kills of the function that notifies.</summary>
internal sealed class NotifiedAlarm : RecordedAlarm
{
    public override string Name => "alarm notified";

    public override string Function => "NotifyFunction";
}

/// <summary>An event that no parser accepts.</summary>
internal sealed class BadEvent : Scenario
{
    public override string Name => "bad event kept";

    public override string Function => "AlarmFunction";

    public override IReadOnlyList<string> Expected => ["dead letters: 1"];

    public override Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var text = File.ReadAllText(Repository.PathOf("events", "bad", "alarm-name-missing.json"));
        var payload = Encoding.UTF8.GetBytes(
            text.Replace("7d6fc21a-973c-493c-acc0-dbd878a84388", marker, StringComparison.Ordinal));
        return lane.InvokeAsync("AlarmFunction", payload, cancellationToken);
    }
}
