using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;
using Amazon.Util.Internal;

namespace Amazon.AutoScaling;

/// <summary>
/// How the client of Amazon EC2 Auto Scaling reaches it. What is not set comes from where the SDK looks: AWS_REGION,
/// AWS_ENDPOINT_URL_AUTO_SCALING, AWS_ENDPOINT_URL, the profile.
/// </summary>
public class AmazonAutoScalingConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("Auto_Scaling", "4.0.101.6");

    /// <summary>Nothing set.</summary>
    public AmazonAutoScalingConfig()
        : base(DefaultsModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "autoscaling";
        EndpointProvider = new RegionalEndpoints("autoscaling", govCloudIsFips: true);
    }

    /// <summary>AWS's name of the service, from which the names of its own settings are made.</summary>
    public static new string ServiceId => "Auto Scaling";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "autoscaling";

    /// <inheritdoc/>
    public override string ServiceVersion => "2011-01-01";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Determine(this, parameters, ServiceId);
}
