using System.Text.Json;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections.Conditions;

/// <summary>The account that an event is about.</summary>
internal static class OwnAccount
{
    private static readonly EventPath At =
        EventPath.Parse("detail.recipientAccountId", "account", "detail.userIdentity.accountId")!;

    /// <summary>12 digits; empty if the event does not say.</summary>
    public static string Of(JsonElement json) => At.Find(json);
}
