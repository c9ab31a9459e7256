using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>What every reader of CloudTrail's records has to know of one.</summary>
internal static class TrailRecord
{
    /// <summary>The record in an answer of LookupEvents, which has it as a text; anything else as it is.</summary>
    /// <exception cref="RejectionException">The text is no JSON.</exception>
    public static JsonCursor Unwrap(JsonCursor root) =>
        root.Element.Get("CloudTrailEvent") is { ValueKind: JsonValueKind.String } text
            ? JsonText.Parse(text.GetString()!, JsonPath.Member(root.Path, "CloudTrailEvent"), "a CloudTrail record")
            : root;

    /// <summary>The account that received the record, else the envelope's, else the caller's; may be empty.</summary>
    public static string AccountOf(JsonElement record, string envelope = "")
    {
        if (record.Text("recipientAccountId") is { Length: > 0 } recipient)
            return recipient;
        return envelope.Length > 0 ? envelope : record.Get("userIdentity").Text("accountId");
    }

    /// <summary>
    /// Whether a source is one of notifications: those of S3 and messages of queues have records with a source, a name and a time
    /// too.
    /// </summary>
    public static bool IsNotification(string source) => source.StartsWith("aws:", StringComparison.Ordinal);
}
