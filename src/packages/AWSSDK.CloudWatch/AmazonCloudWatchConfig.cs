using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;
using Amazon.Util.Internal;

namespace Amazon.CloudWatch;

/// <summary>
/// How the client of Amazon CloudWatch reaches it. What is not set comes from where the SDK looks: AWS_REGION,
/// AWS_ENDPOINT_URL_CLOUDWATCH, AWS_ENDPOINT_URL, the profile.
/// </summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("CloudWatch", "4.0.101.0");

    /// <summary>Nothing set.</summary>
    public AmazonCloudWatchConfig()
        : base(DefaultsModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new RegionalEndpoints("monitoring", govCloudIsFips: true);
    }

    /// <summary>AWS's name of the service, from which the names of its own settings are made.</summary>
    public static new string ServiceId => "CloudWatch";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "monitoring";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-08-01";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Determine(this, parameters, ServiceId);
}
