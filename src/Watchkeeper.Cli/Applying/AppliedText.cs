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
            screen.Raw(Json(head?.Number ?? 0, head?.List, head?.At, head?.By).ToJsonString());
        else if (head is null)
            screen.Line($"{lead}the built-in detections alone");
        else
            screen.Line($"{lead}version {head.Number}, {What(head.List)}, {Who(head.By, head.At)}");
    }

    /// <summary>Prints what the configuration names.</summary>
    public static void Show(Screen screen, NamedDetections named, bool asJson)
    {
        var (version, list) = named;
        if (asJson)
        {
            var json = Json(0, list, version.At, version.By);
            json["configuration"] = version.Number;
            screen.Raw(json.ToJsonString());
        }
        else
        {
            screen.Line($"version {version.Number} of the configuration, {What(list)}, {Who(version.By, version.At)}");
        }
    }

    private static string What(OwnDetectionList? list) =>
        list is null ? "the built-in detections alone" : $"{list.Files} own, {list.Hash}";

    private static string Who(string by, DateTimeOffset at) => $"by {InertText.Line(by)} at {Moment.Full(at)}";

    private static JsonObject Json(long number, OwnDetectionList? list, DateTimeOffset? at, string? by) => new()
    {
        ["version"] = number,
        ["hash"] = list?.Hash,
        ["files"] = list?.Files ?? 0,
        ["applied_at"] = at?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", null),
        ["applied_by"] = by is null ? null : InertText.Line(by),
    };
}
