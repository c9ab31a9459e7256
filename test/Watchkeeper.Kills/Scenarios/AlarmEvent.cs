using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>State changes of one alarm, made from an event file of the repository.</summary>
internal sealed class AlarmEvent(string file, string alarm, IReadOnlyDictionary<string, string> dimensions)
{
    // Early enough that no minute of a scenario is in the future.
    private readonly DateTimeOffset began = TimeProvider.System.GetUtcNow().AddMinutes(-30);

    /// <summary>Creates the event of the alarm's new state, <paramref name="minutes"/> after the scenario began.</summary>
    public byte[] Create(string state, string before, int minutes)
    {
        var at = began.AddMinutes(minutes);
        var root = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("events", "alarm-eventbridge", file)))!;
        root["id"] = $"{alarm}-{minutes}";
        root["time"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        root["resources"]![0] = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{alarm}";
        var detail = root["detail"]!;
        detail["alarmName"] = alarm;
        detail["state"]!["value"] = state;
        detail["state"]!["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture);
        detail["previousState"]!["value"] = before;
        detail["configuration"]!["description"] = "severity=high";
        var metric = detail["configuration"]!["metrics"]![0]!["metricStat"]!["metric"]!;
        metric["dimensions"] = new JsonObject(
            dimensions.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key, each.Value)));
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
