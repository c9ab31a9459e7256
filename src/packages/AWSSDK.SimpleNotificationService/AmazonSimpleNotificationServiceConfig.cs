using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>
/// How the client of Amazon SNS reaches it. What is not set comes from where the SDK looks: AWS_REGION,
/// AWS_ENDPOINT_URL_SNS, AWS_ENDPOINT_URL, the profile.
/// </summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("SNS", "4.0.100.24");

    /// <summary>Nothing set.</summary>
    public AmazonSimpleNotificationServiceConfig()
        : base(DefaultsModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new RegionalEndpoints("sns", govCloudIsFips: true);
    }

    /// <summary>AWS's name of the service, from which the names of its own settings are made.</summary>
    public static new string ServiceId => "SNS";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "sns";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-03-31";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Determine(this, parameters, ServiceId);
}
