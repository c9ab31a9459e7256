namespace Watchkeeper.Secrets;

/// <summary>The AWS service that holds a secret.</summary>
public enum SecretService
{
    /// <summary>Systems Manager Parameter Store: <c>ssm:/path/name</c>.</summary>
    ParameterStore,

    /// <summary>Secrets Manager: <c>secretsmanager:name</c>.</summary>
    SecretsManager,
}
