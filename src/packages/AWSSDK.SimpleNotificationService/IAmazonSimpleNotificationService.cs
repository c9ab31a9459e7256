using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>
/// Amazon SNS. Each operation throws an <see cref="AmazonSimpleNotificationServiceException"/>, or a type derived from it,
/// when the service refuses,
/// and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be had.
/// </summary>
public interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
{
    /// <summary>Sends a message to a topic, a mobile endpoint or a phone number.</summary>
    Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PublishAsync(PublishRequest, CancellationToken)"/>
    /// <param name="topicArn">The topic.</param>
    /// <param name="message">The message, at most 256 KB of UTF-8.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PublishAsync(PublishRequest, CancellationToken)"/>
    /// <param name="topicArn">The topic.</param>
    /// <param name="message">The message, at most 256 KB of UTF-8.</param>
    /// <param name="subject">The subject of mails, at most 100 characters of ASCII.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<PublishResponse> PublishAsync(
        string topicArn, string message, string subject, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleNotificationServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSimpleNotificationServiceConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonSimpleNotificationServiceConfig "
                + "to create AmazonSimpleNotificationServiceClient");
        }

        return awsCredentials is null
            ? new AmazonSimpleNotificationServiceClient(config)
            : new AmazonSimpleNotificationServiceClient(awsCredentials, config);
    }
}
