using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Alarms;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

/// <summary>Events of alarms, and the state of the run's CloudWatch after them.</summary>
internal sealed class AlarmStory
{
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public EmbeddedAlarms Alarms { get; init; } = new(Emulated.Account, Emulated.Region);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Arn(string name, string account = Emulated.Account) =>
        $"arn:aws:cloudwatch:{Emulated.Region}:{account}:alarm:{name}";

    public AlarmStory State(string name, string state, string at, string account = Emulated.Account) =>
        Observe(Event("CloudWatch Alarm State Change", name, at, account, Detail(name, state, at)));

    /// <summary>An alarm in <paramref name="region"/> on a metric of <paramref name="account"/>.</summary>
    public AlarmStory Metric(string name, string account, string region)
    {
        var detail = Detail(name, "ALARM", "10:00");
        detail["configuration"]!["metrics"] = new JsonArray(new JsonObject
        {
            ["id"] = "m1",
            ["accountId"] = account,
            ["metricStat"] =
                new JsonObject { ["metric"] = new JsonObject { ["namespace"] = "AWS/EC2", ["name"] = "CPUUtilization" } },
            ["returnData"] = true,
        });
        var change = Event("CloudWatch Alarm State Change", name, "10:00", Emulated.Account, detail);
        change["region"] = region;
        change["resources"] = new JsonArray(Arn(name).Replace(Emulated.Region, region, StringComparison.Ordinal));
        return Observe(change);
    }

    /// <summary>A state change of an alarm with disabled actions.</summary>
    public AlarmStory Quiet(string name, string at)
    {
        var detail = Detail(name, "ALARM", at);
        detail["configuration"]!["actionsEnabled"] = false;
        return Observe(Event("CloudWatch Alarm State Change", name, at, Emulated.Account, detail));
    }

    public AlarmStory Contributor(string name, string id, string state, string at)
    {
        var detail = Detail(name, state, at);
        detail["alarmContributor"] = new JsonObject { ["id"] = id, ["attributes"] = new JsonObject { ["InstanceId"] = "i-1" } };
        return Observe(Event("CloudWatch Alarm Contributor State Change", name, at, Emulated.Account, detail));
    }

    public AlarmStory Configuration(
        string name, string operation, string at, string state = "OK", string? since = null, bool enabled = true,
        params string[] actions)
    {
        var detail = Detail(name, state, since ?? at);
        detail["operation"] = operation;
        detail["configuration"]!["actionsEnabled"] = enabled;
        detail["configuration"]!["alarmActions"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]);
        return Observe(Event("CloudWatch Alarm Configuration Change", name, at, Emulated.Account, detail));
    }

    public AlarmStory Observe(JsonNode json) => Observe(JsonSerializer.SerializeToUtf8Bytes(json));

    public AlarmStory Observe(ReadOnlyMemory<byte> payload)
    {
        Alarms.Observe(payload, Now);
        return this;
    }

    public async Task<ObservedAlarm?> FindAsync(string name) =>
        ((AlarmLookup.Found)await Alarms.FindAsync([name], Token)).Alarms.SingleOrDefault();

    public async Task<string[]> FiringAsync() =>
        [.. (await Alarms.ListFiringAsync(Token).ToListAsync()).Select(alarm => alarm.Name)];

    public async Task<string[]> ContributorsAsync(string name) =>
    [
        .. (await Alarms.ListFiringContributorsAsync((await FindAsync(name))!, Token).ToListAsync())
            .Select(each => each.Signal.Subject.Fingerprint.Text.Split('#')[^1]),
    ];

    private static JsonObject Detail(string name, string state, string at) => new()
    {
        ["alarmName"] = name,
        ["state"] = new JsonObject { ["value"] = state, ["reason"] = "why", ["timestamp"] = Time(at) },
        ["configuration"] = new JsonObject { ["description"] = "what" },
    };

    private static JsonObject Event(string type, string name, string at, string account, JsonObject detail) => new()
    {
        ["version"] = "0",
        ["id"] = "0f3a5b7c-9d1e-4f20-a1b2-c3d4e5f60718",
        ["detail-type"] = type,
        ["source"] = "aws.cloudwatch",
        ["account"] = account,
        ["time"] = Time(at),
        ["region"] = Emulated.Region,
        ["resources"] = new JsonArray(Arn(name, account)),
        ["detail"] = detail,
    };

    private static string Time(string at) => $"2026-11-27T{at}:00Z";
}
