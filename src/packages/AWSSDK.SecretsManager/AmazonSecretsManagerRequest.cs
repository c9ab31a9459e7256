using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>What all requests to AWS Secrets Manager are.</summary>
public class AmazonSecretsManagerRequest : AmazonWebServiceRequest
{
}
