namespace Amazon.Lambda.Core;

/// <summary>
/// The Amazon Cognito identity behind an invocation through the AWS Mobile SDK; both values are null for any other caller.
/// </summary>
public interface ICognitoIdentity
{
    /// <summary>The identity, as <c>region:guid</c>.</summary>
    string IdentityId { get; }

    /// <summary>The pool that issued the identity, as <c>region:guid</c>.</summary>
    string IdentityPoolId { get; }
}
