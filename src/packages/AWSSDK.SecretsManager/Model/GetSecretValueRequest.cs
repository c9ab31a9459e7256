namespace Amazon.SecretsManager.Model;

/// <summary>Which secret to read.</summary>
public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The name or the ARN.</summary>
    public string SecretId { get; set; }

    /// <summary>The version's id; null for the one that <see cref="VersionStage"/> names.</summary>
    public string VersionId { get; set; }

    /// <summary>The version's label; null for <c>AWSCURRENT</c>.</summary>
    public string VersionStage { get; set; }
}
