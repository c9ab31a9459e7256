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

    /// <summary>The files as a list.</summary>
    public static ReadOnlyMemory<byte> List(params IEnumerable<string> files) =>
        DetectionSet.Write(files.Select(file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file)));
}
