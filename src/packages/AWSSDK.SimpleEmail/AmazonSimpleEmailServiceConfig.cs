using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;
using Amazon.Util.Internal;

namespace Amazon.SimpleEmail;

/// <summary>
/// How the client of Amazon SES (version 1 of its API) reaches it. What is not set comes from where the SDK looks: AWS_REGION,
/// AWS_ENDPOINT_URL_SES, AWS_ENDPOINT_URL, the profile.
/// </summary>
public class AmazonSimpleEmailServiceConfig : ClientConfig
{
    private static readonly string SdkUserAgent = InternalSDKUtils.BuildUserAgentString("SES", "4.0.100.6");

    /// <summary>Nothing set.</summary>
    public AmazonSimpleEmailServiceConfig()
        : base(DefaultsModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ses";
        EndpointProvider = new RegionalEndpoints("email", govCloudIsFips: false);
    }

    /// <summary>AWS's name of the service, from which the names of its own settings are made.</summary>
    public static new string ServiceId => "SES";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "email";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-12-01";

    /// <inheritdoc/>
    public override string UserAgent => SdkUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Determine(this, parameters, ServiceId);
}
