using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Configuration;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Versions;

/// <summary>A version of the configuration in one line.</summary>
internal static class VersionLine
{
    /// <summary><c>version 3 (1a2b3c4d) by ana at 2026-11-29 10:00:00 UTC: more mail</c>; null is what no file says.</summary>
    public static string Text(AppliedConfiguration? version) => version is null
        ? "the template's parameters; no file was ever applied"
        : InertText.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"version {version.Number} ({version.ShownHash}) by {version.By} at {Moment.Full(version.At)}{Comment(version)}"));

    /// <summary>The version as an object.</summary>
    public static JsonObject Json(AppliedConfiguration? version) => new()
    {
        ["object"] = "version",
        ["version"] = version?.Number ?? 0,
        ["hash"] = version?.Hash,
        ["applied_by"] = version is null ? null : InertText.Line(version.By),
        ["applied_at"] = version?.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["comment"] = version is null ? null : InertText.Line(version.Comment),
        ["rolled_back_to"] = version?.RolledBackTo,
    };

    /// <summary>Prints a version.</summary>
    public static void Show(Screen screen, AppliedConfiguration? version, bool asJson, string lead = "")
    {
        if (asJson)
            screen.Raw(Json(version).ToJsonString());
        else
            screen.Line(lead + Text(version));
    }

    private static string Comment(AppliedConfiguration version) => version.Comment.Length == 0 ? "" : $": {version.Comment}";
}
