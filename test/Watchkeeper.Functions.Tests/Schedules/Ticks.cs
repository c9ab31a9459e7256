using System.Text;

namespace Watchkeeper.Functions.Tests.Schedules;

/// <summary>Payloads of a function on a schedule.</summary>
internal static class Ticks
{
    public const string Rule = "arn:aws-cn:events:cn-north-1:210987654321:rule/watchkeeper-Daily";

    /// <summary>EventBridge's scheduled event, with some parts replaced.</summary>
    public static string Json(
        string source = "\"aws.events\"", string detailType = "\"Scheduled Event\"", string time = "\"2026-11-02T12:00:00Z\"",
        string resources = $"[\"{Rule}\"]") =>
        $$$"""
        {"version":"0","id":"1a3f0265-9731-4777-af3d-bd9e26da6643","detail-type":{{{detailType}}},"source":{{{source}}},"account":"210987654321",
         "time":{{{time}}},"region":"cn-north-1","resources":{{{resources}}},"detail":{}}
        """;

    public static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
