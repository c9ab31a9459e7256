using Amazon.AWSSupport.Internal;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AWSSupport;

/// <summary>
/// The client of AWS Support, which Trusted Advisor's checks belong to. It is safe to use from several threads; build one
/// and keep it.
/// </summary>
public class AmazonAWSSupportClient : AmazonServiceClient, IAmazonAWSSupport
{
    private static readonly ServiceMetadata Metadata = new(AmazonAWSSupportConfig.ServiceId);

    /// <summary>Credentials and region from where the SDK looks: environment, profile, role.</summary>
    public AmazonAWSSupportClient()
        : this(new AmazonAWSSupportConfig())
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonAWSSupportClient(RegionEndpoint region)
        : this(new AmazonAWSSupportConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonAWSSupportClient(AmazonAWSSupportConfig config)
        : base(config)
    {
    }

    /// <summary>Region from where the SDK looks.</summary>
    public AmazonAWSSupportClient(AWSCredentials credentials)
        : this(credentials, new AmazonAWSSupportConfig())
    {
    }

    /// <summary>Nothing is looked for.</summary>
    public AmazonAWSSupportClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAWSSupportConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region as the configuration has it.</summary>
    public AmazonAWSSupportClient(AWSCredentials credentials, AmazonAWSSupportConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<DescribeTrustedAdvisorChecksResponse> DescribeTrustedAdvisorChecksAsync(
        DescribeTrustedAdvisorChecksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTrustedAdvisorChecksResponse>(
            request, DescribeTrustedAdvisorChecksOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RefreshTrustedAdvisorCheckResponse> RefreshTrustedAdvisorCheckAsync(
        RefreshTrustedAdvisorCheckRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RefreshTrustedAdvisorCheckResponse>(request, RefreshTrustedAdvisorCheckOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeTrustedAdvisorCheckRefreshStatusesResponse> DescribeTrustedAdvisorCheckRefreshStatusesAsync(
        DescribeTrustedAdvisorCheckRefreshStatusesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTrustedAdvisorCheckRefreshStatusesResponse>(
            request, DescribeTrustedAdvisorCheckRefreshStatusesOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeTrustedAdvisorCheckResultResponse> DescribeTrustedAdvisorCheckResultAsync(
        DescribeTrustedAdvisorCheckResultRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTrustedAdvisorCheckResultResponse>(
            request, DescribeTrustedAdvisorCheckResultOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
