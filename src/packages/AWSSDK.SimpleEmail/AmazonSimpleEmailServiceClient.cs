using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmail.Internal;
using Amazon.SimpleEmail.Model;
using Amazon.StandIn;

namespace Amazon.SimpleEmail;

/// <summary>
/// The client of Amazon SES (version 1 of its API). It is safe to use from several threads; build one and keep it.
/// </summary>
public class AmazonSimpleEmailServiceClient : AmazonServiceClient, IAmazonSimpleEmailService
{
    private static readonly ServiceMetadata Metadata = new(AmazonSimpleEmailServiceConfig.ServiceId);

    /// <summary>Credentials and region from where the SDK looks: environment, profile, role.</summary>
    public AmazonSimpleEmailServiceClient()
        : this(new AmazonSimpleEmailServiceConfig())
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonSimpleEmailServiceClient(RegionEndpoint region)
        : this(new AmazonSimpleEmailServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from where the SDK looks.</summary>
    public AmazonSimpleEmailServiceClient(AmazonSimpleEmailServiceConfig config)
        : base(config)
    {
    }

    /// <summary>Region from where the SDK looks.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonSimpleEmailServiceConfig())
    {
    }

    /// <summary>Nothing is looked for.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleEmailServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region as the configuration has it.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials, AmazonSimpleEmailServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<SendEmailResponse> SendEmailAsync(
        SendEmailRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendEmailResponse>(request, SendEmailOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SendRawEmailResponse> SendRawEmailAsync(
        SendRawEmailRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendRawEmailResponse>(request, SendRawEmailOperation.Options, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
