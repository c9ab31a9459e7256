using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>Alarms like the story's first one, with names of their own.</summary>
internal static class Alarm
{
    /// <summary>EventBridge's event that an alarm begins to fire now, in UTF-8.</summary>
    public static byte[] Firing(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(
            Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json")))!;
        var now = DateTimeOffset.UtcNow;
        json["id"] = Guid.NewGuid().ToString();
        json["time"] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        json["resources"] = new JsonArray($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}");
        json["detail"]!["alarmName"] = name;
        json["detail"]!["state"]!["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffzz", CultureInfo.InvariantCulture) + "00";
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
