using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

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
        json.Text("detail-type") == "AWS API Call via CloudTrail" && IsRead(json.Get("detail"));

    private static bool IsRead(JsonElement call) =>
        call.Get("managementEvent").ValueKind is not JsonValueKind.False
        && call.Get("readOnly").ValueKind is not JsonValueKind.False
        && IsName(call.Text("eventName"));

    /// <summary>Whether a call of this name only reads.</summary>
    public static bool IsName(string name) =>
        Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)) && !Changes.Contains(name, StringComparer.Ordinal);
}
