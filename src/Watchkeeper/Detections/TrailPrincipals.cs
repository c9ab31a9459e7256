using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>The ARNs under which CloudTrail names a caller: <c>userIdentity.arn</c>, and the role behind a session.</summary>
internal static class TrailPrincipals
{
    public static ImmutableArray<string> Of(JsonElement envelope)
    {
        var identity = Member(Member(envelope, "detail"), "userIdentity");
        var issuer = Member(Member(identity, "sessionContext"), "sessionIssuer");
        return [.. new[] { Text(identity), Text(issuer) }.Where(arn => arn.Length > 0)];
    }

    private static string Text(JsonElement parent) =>
        Member(parent, "arn") is { ValueKind: JsonValueKind.String } arn ? JsonText.Read(arn) : "";

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;
}
