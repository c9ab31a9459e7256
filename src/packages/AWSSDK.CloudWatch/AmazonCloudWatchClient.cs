using Amazon.CloudWatch.Internal;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.CloudWatch;

/// <summary>The client of Amazon CloudWatch. It is safe to use from several threads; build one and keep it.</summary>
public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    private static readonly ServiceMetadata Metadata = new(AmazonCloudWatchConfig.ServiceId);

    /// <summary>Credentials and region from where the SDK looks: environment, profile, role.</summary>
    public AmazonCloudWatchClient()
        : this(new AmazonCloudWatchConfig())
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonCloudWatchClient(RegionEndpoint region)
        : this(new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
        : base(config)
    {
    }

    /// <summary>Region from where the SDK looks.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudWatchConfig())
    {
    }

    /// <summary>Nothing is looked for.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region as the configuration has it.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAlarmsResponse>(request, DescribeAlarmsOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default) =>
        DescribeAlarmsAsync(new DescribeAlarmsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAlarmContributorsResponse> DescribeAlarmContributorsAsync(
        DescribeAlarmContributorsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAlarmContributorsResponse>(request, DescribeAlarmContributorsOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
