using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A version of a secret.</summary>
public class GetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret's ARN.</summary>
    public string ARN { get; set; }

    /// <summary>When the version was made.</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The secret's name.</summary>
    public string Name { get; set; }

    /// <summary>The value if it is bytes; else null.</summary>
    public MemoryStream SecretBinary { get; set; }

    /// <summary>The value if it is a text; else null.</summary>
    public string SecretString { get; set; }

    /// <summary>The version's id.</summary>
    public string VersionId { get; set; }

    /// <summary>The version's labels.</summary>
    public List<string> VersionStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
