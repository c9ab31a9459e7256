using System.Text.Json;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The management events that EventBridge holds back from rules of state ENABLED: those of read-only calls, told by how the calls are
/// named; see «Receiving read-only management events from AWS services» in its user guide.
/// </summary>
internal static class ReadOnlyCall
{
    private static readonly string[] Verbs = ["Describe", "Get", "List"];

    // They give somebody rights, and count as changes.
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
