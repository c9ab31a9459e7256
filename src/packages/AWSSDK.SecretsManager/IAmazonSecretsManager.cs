using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>
/// AWS Secrets Manager. Each operation throws an <see cref="AmazonSecretsManagerException"/>, or a type derived from it, when the
/// service refuses, and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be
/// had.
/// </summary>
public interface IAmazonSecretsManager : IAmazonService, IDisposable
{
    /// <summary>Reads one version of a secret; without a version, the current one.</summary>
    Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSecretsManagerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSecretsManagerConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonSecretsManagerConfig to create AmazonSecretsManagerClient");
        }

        return awsCredentials is null
            ? new AmazonSecretsManagerClient(config)
            : new AmazonSecretsManagerClient(awsCredentials, config);
    }
}
