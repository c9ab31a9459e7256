using Amazon.AutoScaling.Internal;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AutoScaling;

/// <summary>The client of Amazon EC2 Auto Scaling. It is safe to use from several threads; build one and keep it.</summary>
public class AmazonAutoScalingClient : AmazonServiceClient, IAmazonAutoScaling
{
    private static readonly ServiceMetadata Metadata = new(AmazonAutoScalingConfig.ServiceId);

    /// <summary>Credentials and region from where the SDK looks: environment, profile, role.</summary>
    public AmazonAutoScalingClient()
        : this(new AmazonAutoScalingConfig())
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonAutoScalingClient(RegionEndpoint region)
        : this(new AmazonAutoScalingConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonAutoScalingClient(AmazonAutoScalingConfig config)
        : base(config)
    {
    }

    /// <summary>Region from where the SDK looks.</summary>
    public AmazonAutoScalingClient(AWSCredentials credentials)
        : this(credentials, new AmazonAutoScalingConfig())
    {
    }

    /// <summary>Nothing is looked for.</summary>
    public AmazonAutoScalingClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAutoScalingConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region as the configuration has it.</summary>
    public AmazonAutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAutoScalingGroupsResponse>(request, DescribeAutoScalingGroupsOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        CancellationToken cancellationToken = default) =>
        DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAutoScalingInstancesResponse> DescribeAutoScalingInstancesAsync(
        DescribeAutoScalingInstancesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAutoScalingInstancesResponse>(
            request, DescribeAutoScalingInstancesOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAutoScalingInstancesResponse> DescribeAutoScalingInstancesAsync(
        CancellationToken cancellationToken = default) =>
        DescribeAutoScalingInstancesAsync(new DescribeAutoScalingInstancesRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeInstanceRefreshesResponse> DescribeInstanceRefreshesAsync(
        DescribeInstanceRefreshesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeInstanceRefreshesResponse>(request, DescribeInstanceRefreshesOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetDesiredCapacityResponse> SetDesiredCapacityAsync(
        SetDesiredCapacityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetDesiredCapacityResponse>(request, SetDesiredCapacityOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetInstanceHealthResponse> SetInstanceHealthAsync(
        SetInstanceHealthRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetInstanceHealthResponse>(request, SetInstanceHealthOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
