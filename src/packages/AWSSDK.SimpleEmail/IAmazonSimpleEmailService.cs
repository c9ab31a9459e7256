using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleEmail.Model;

namespace Amazon.SimpleEmail;

/// <summary>
/// Amazon SES (version 1 of its API). Each operation throws an <see cref="AmazonSimpleEmailServiceException"/>, or a type
/// derived from it, when the service refuses,
/// and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be had.
/// </summary>
public interface IAmazonSimpleEmailService : IAmazonService, IDisposable
{
    /// <summary>Sends a mail that SES composes from its parts.</summary>
    Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends a mail that is a whole MIME message already.</summary>
    Task<SendRawEmailResponse> SendRawEmailAsync(SendRawEmailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleEmailServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSimpleEmailServiceConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonSimpleEmailServiceConfig to create AmazonSimpleEmailServiceClient");
        }

        return awsCredentials is null
            ? new AmazonSimpleEmailServiceClient(config)
            : new AmazonSimpleEmailServiceClient(awsCredentials, config);
    }
}
