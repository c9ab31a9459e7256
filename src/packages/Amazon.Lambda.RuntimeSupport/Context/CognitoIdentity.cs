using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Cognito identity header, JSON with both ids.</summary>
internal sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity
{
    /// <summary>Never null: without a header, both ids are.</summary>
    internal static CognitoIdentity Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new(null, null);

        using var document = JsonDocument.Parse(json);
        return new(
            ClientContext.Text(document.RootElement, "cognitoIdentityId"),
            ClientContext.Text(document.RootElement, "cognitoIdentityPoolId"));
    }
}
