using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.AutoScaling;

/// <summary>
/// Amazon EC2 Auto Scaling. Each operation throws an <see cref="AmazonAutoScalingException"/>, or a type derived from it,
/// when the service refuses,
/// and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be had.
/// </summary>
public interface IAmazonAutoScaling : IAmazonService, IDisposable
{
    /// <summary>
    /// Tells of groups and their instances, page by page. A name that is not there is left out, and is no error.
    /// </summary>
    Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeAutoScalingGroupsAsync(DescribeAutoScalingGroupsRequest, CancellationToken)"/>
    Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells of instances by their ids, page by page. One that is in no group is left out, and is no error.</summary>
    Task<DescribeAutoScalingInstancesResponse> DescribeAutoScalingInstancesAsync(
        DescribeAutoScalingInstancesRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeAutoScalingInstancesAsync(DescribeAutoScalingInstancesRequest, CancellationToken)"/>
    Task<DescribeAutoScalingInstancesResponse> DescribeAutoScalingInstancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells of the instance refreshes of a group, page by page, the newest first.</summary>
    Task<DescribeInstanceRefreshesResponse> DescribeInstanceRefreshesAsync(
        DescribeInstanceRefreshesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets how many instances a group shall have.</summary>
    Task<SetDesiredCapacityResponse> SetDesiredCapacityAsync(
        SetDesiredCapacityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that an instance is well or not; its group replaces one that is not.</summary>
    Task<SetInstanceHealthResponse> SetInstanceHealthAsync(
        SetInstanceHealthRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAutoScalingConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonAutoScalingConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonAutoScalingConfig to create AmazonAutoScalingClient");
        }

        return awsCredentials is null ? new AmazonAutoScalingClient(config) : new AmazonAutoScalingClient(awsCredentials, config);
    }
}
