using Amazon.AWSSupport.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;
using Amazon.Util.Internal;

namespace Amazon.AWSSupport;

/// <summary>
/// How the client of AWS Support, which Trusted Advisor's checks belong to reaches it. What is not set comes from where the
/// SDK looks: AWS_REGION,
/// AWS_ENDPOINT_URL_SUPPORT, AWS_ENDPOINT_URL, the profile.
/// </summary>
public class AmazonAWSSupportConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("Support", "4.0.100.6");

    /// <summary>Nothing set.</summary>
    public AmazonAWSSupportConfig()
        : base(DefaultsModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "support";
        EndpointProvider = new SupportEndpoints();
    }

    /// <summary>AWS's name of the service, from which the names of its own settings are made.</summary>
    public static new string ServiceId => "Support";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "support";

    /// <inheritdoc/>
    public override string ServiceVersion => "2013-04-15";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Determine(this, parameters, ServiceId);
}
