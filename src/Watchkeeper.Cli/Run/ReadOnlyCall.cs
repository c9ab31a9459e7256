using System.Text.Json;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// Recognizes read-only management events by the name of the call. EventBridge does not deliver them to rules in state ENABLED;
/// see «Receiving read-only management events from AWS services» in the EventBridge user guide.
/// </summary>
internal static class ReadOnlyCall
{
    private static readonly string[] Verbs = ["Describe", "Get", "List"];

    // These calls grant rights, so they count as changes.
    private static readonly string[] Changes = ["GetFederationToken", "GetSessionToken"];

    public static bool Is(JsonElement json) =>
        Text(json, "detail-type") == "AWS API Call via CloudTrail"
        && json.TryGetProperty("detail", out var call) && call.ValueKind is JsonValueKind.Object
        && !IsFalse(call, "managementEvent") && !IsFalse(call, "readOnly")
        && Text(call, "eventName") is { } name
        && Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)) && !Changes.Contains(name, StringComparer.Ordinal);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool IsFalse(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.False;
}
