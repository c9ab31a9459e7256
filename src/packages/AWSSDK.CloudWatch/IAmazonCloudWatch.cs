using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudWatch;

/// <summary>
/// Amazon CloudWatch. Each operation throws an <see cref="AmazonCloudWatchException"/>, or a type derived from it, when the
/// service refuses, and an <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/> when no answer could be
/// had.
/// </summary>
public interface IAmazonCloudWatch : IAmazonService, IDisposable
{
    /// <summary>Tells of alarms, page by page. A name that is not there is left out, and is no error.</summary>
    Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeAlarmsAsync(DescribeAlarmsRequest, CancellationToken)"/>
    Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells of the time series of one alarm that are in state ALARM, page by page.</summary>
    Task<DescribeAlarmContributorsResponse> DescribeAlarmContributorsAsync(
        DescribeAlarmContributorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go, without sending it.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCloudWatchConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonCloudWatchConfig to create AmazonCloudWatchClient");
        }

        return awsCredentials is null ? new AmazonCloudWatchClient(config) : new AmazonCloudWatchClient(awsCredentials, config);
    }
}
