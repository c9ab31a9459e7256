using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.StandIn;

/// <summary>The part of AWS's endpoint rules that all services share.</summary>
internal abstract class ServiceEndpoints : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var wanted = (ServiceEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(wanted.Endpoint))
            return Custom(wanted);
        return string.IsNullOrEmpty(wanted.Region)
            ? throw new AmazonClientException("Invalid Configuration: Missing Region")
            : Resolve(RegionEndpoint.GetBySystemName(wanted.Region), wanted.UseFIPS, wanted.UseDualStack);
    }

    /// <summary>The address in a region that is known or looks like one; its partition says the domain.</summary>
    protected abstract Endpoint Resolve(RegionEndpoint region, bool fips, bool dualStack);

    /// <summary>The domain of a partition's endpoints that speak IPv4 and IPv6, as AWS's list of partitions has it.</summary>
    protected static string DualStackDomain(RegionEndpoint region) => region.PartitionName switch
    {
        "aws" or "aws-us-gov" => "api.aws",
        "aws-cn" => "api.amazonwebservices.com.cn",
        "aws-eusc" => "api.amazonwebservices.eu",
        "aws-iso" => "api.aws.ic.gov",
        "aws-iso-b" => "api.aws.scloud",
        "aws-iso-e" => "api.cloud-aws.adc-e.uk",
        "aws-iso-f" => "api.aws.hci.ic.gov",
        _ => throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack"),
    };

    private static Endpoint Custom(ServiceEndpointParameters wanted)
    {
        if (wanted.UseFIPS)
            throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        if (wanted.UseDualStack)
            throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        return new Endpoint(wanted.Endpoint);
    }
}
