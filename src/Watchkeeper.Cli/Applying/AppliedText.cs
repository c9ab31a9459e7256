using System.Text.Json.Nodes;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Applying;

/// <summary>Prints which list of own detections is in force.</summary>
internal static class AppliedText
{
    /// <summary>Prints the head; null for nothing.</summary>
    public static void Show(Screen screen, AppliedDetections? head, bool asJson, string lead = "")
    {
        if (asJson)
        {
            screen.Raw(new JsonObject
            {
                ["version"] = head?.Number ?? 0,
                ["hash"] = head?.Hash is { Length: > 0 } hash ? hash : null,
                ["files"] = head?.Files ?? 0,
                ["applied_at"] = head?.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", null),
                ["applied_by"] = head is null ? null : InertText.Line(head.By),
            }.ToJsonString());
        }
        else if (head is null)
        {
            screen.Line($"{lead}the built-in detections alone");
        }
        else
        {
            var what = head.Files == 0 ? "the built-in detections alone" : $"{head.Files} own, {head.Hash}";
            screen.Line($"{lead}version {head.Number}, {what}, by {InertText.Line(head.By)} at {Moment.Full(head.At)}");
        }
    }
}
