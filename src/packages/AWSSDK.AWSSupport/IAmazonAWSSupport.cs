using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.AWSSupport;

/// <summary>
/// AWS Support, which Trusted Advisor's checks belong to. Each operation throws an <see cref="AmazonAWSSupportException"/>,
/// or a type derived from it, when the service refuses,
/// and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be had.
/// </summary>
public interface IAmazonAWSSupport : IAmazonService, IDisposable
{
    /// <summary>Lists all checks with their names and the titles of their columns.</summary>
    Task<DescribeTrustedAdvisorChecksResponse> DescribeTrustedAdvisorChecksAsync(
        DescribeTrustedAdvisorChecksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks that a check run again; some checks run by themselves only and refuse.</summary>
    Task<RefreshTrustedAdvisorCheckResponse> RefreshTrustedAdvisorCheckAsync(
        RefreshTrustedAdvisorCheckRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells how far the runs of checks are.</summary>
    Task<DescribeTrustedAdvisorCheckRefreshStatusesResponse> DescribeTrustedAdvisorCheckRefreshStatusesAsync(
        DescribeTrustedAdvisorCheckRefreshStatusesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells what a check found last, all flagged resources at once.</summary>
    Task<DescribeTrustedAdvisorCheckResultResponse> DescribeTrustedAdvisorCheckResultAsync(
        DescribeTrustedAdvisorCheckResultRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAWSSupportConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonAWSSupportConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonAWSSupportConfig to create AmazonAWSSupportClient");
        }

        return awsCredentials is null ? new AmazonAWSSupportClient(config) : new AmazonAWSSupportClient(awsCredentials, config);
    }
}
