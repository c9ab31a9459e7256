using System.Text;
using Watchkeeper.Detections;

namespace Watchkeeper.Testing;

/// <summary>Files of a user's own detections.</summary>
public static class OwnFiles
{
    /// <summary>A detection of opened taps, with every text, and a Chinese translation without the optional ones.</summary>
    public static string Tap(string id) =>
        $$$"""
        {
          "id": "{{{id}}}", "title": "A tap was opened", "severity": "high", "description": "Water runs.",
          "response": "Close it.", "falsePositives": "Somebody is thirsty.", "zh": {"title": "水龙头被打开", "description": "水在流。"},
          "runbook": "https://example.com/taps", "attempts": "medium", "pattern": {"detail": {"eventName": ["OpenTap"]} },
          "undone": {"pattern": {"detail": {"eventName": ["CloseTap"]} } }
        }
        """;

    /// <summary>Tests of a detection of a call, which <c>CloseTap</c> undoes.</summary>
    public static string Tests(string call) =>
        $$"""
        {"positive": [{"name": "one", "event": {"detail": {"eventName": "{{call}}"} } },
                      {"name": "two", "event": {"detail": {"eventName": "{{call}}", "awsRegion": "eu-central-1"} } }],
         "negative": [{"name": "three", "event": {"detail": {"eventName": "BuyTap"} } },
                      {"name": "four", "event": {"detail": {"eventName": "SellTap"} } }],
         "undoing": [{"name": "five", "event": {"detail": {"eventName": "CloseTap"} } }],
         "leaving": [{"name": "six", "event": {"detail": {"eventName": "BuyTap"} } }]}
        """;

    /// <summary>The files as a list.</summary>
    public static ReadOnlyMemory<byte> List(params IEnumerable<string> files) =>
        DetectionSet.Write(files.Select(file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file)));
}
