using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>A Cognito identity for tests.</summary>
public class TestCognitoIdentity : ICognitoIdentity
{
    /// <inheritdoc/>
    public string IdentityId { get; set; }

    /// <inheritdoc/>
    public string IdentityPoolId { get; set; }
}
