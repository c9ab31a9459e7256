using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.StandIn;

/// <summary>Asks the configuration's endpoint provider where a request goes.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    /// <summary>Where a request would go, without sending it.</summary>
    public static Endpoint Determine(IClientConfig config, ServiceOperationEndpointParameters parameters, string serviceName)
    {
        var request = new DefaultRequest(parameters.Request, serviceName) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context =
            new RequestContext(false) { ClientConfig = config, OriginalRequest = parameters.Request, Request = request };
        return new ServiceEndpointResolver().GetEndpoint(new Runtime.Internal.ExecutionContext(context, responseContext: null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new ServiceEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName
                ?? config.RegionEndpoint?.SystemName ?? RegionOfAddress(config),
            Endpoint = config.ServiceURL,
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
        };
    }

    // An address alone says the region, if it is one of AWS's own.
    private static string RegionOfAddress(IClientConfig config)
    {
        if (string.IsNullOrEmpty(config.ServiceURL))
            return null;
        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
            : config.AuthenticationRegion;
    }
}
