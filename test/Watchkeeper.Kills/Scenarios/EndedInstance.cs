using System.Globalization;
using System.Text;
using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>An instance with two incidents is terminated, and both end.</summary>
internal sealed class EndedInstance : Scenario
{
    public override string Name => "instance ended";

    public override string Function => "AlarmFunction";

    public override IReadOnlyList<string> Expected =>
    [
        "slot alarm/*: version 2, resolved, 2 signals", "slot alarm/*-too: version 2, resolved, 2 signals",
        "notification alarm/* T#0000000002: sns sent, mail sent",
        "notification alarm/*-too T#0000000002: sns sent, mail sent", "dead letters: 0",
    ];

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["InstanceId"] = $"i-{marker}" };
        // Alarms on different metrics: each notification has a subject of its own.
        foreach (var (name, file) in new[]
        {
            (marker, "061-db-read-latency-alarm.json"), ($"{marker}-too", "062-db-write-iops-alarm.json"),
        })
        {
            var alarm = new AlarmEvent(file, name, dimensions);
            await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        }

        await lane.SettleAsync(cancellationToken);
        await lane.InvokeAsync("AlarmFunction", Terminated(marker), cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    private static byte[] Terminated(string marker)
    {
        var at = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$"""
            {"version":"0","id":"{{marker}}-end","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2",
            "account":"123456789012","time":"{{at}}","region":"eu-central-1",
            "resources":["arn:aws:ec2:eu-central-1:123456789012:instance/i-{{marker}}"],
            "detail":{"instance-id":"i-{{marker}}","state":"terminated"} }
            """);
    }
}
