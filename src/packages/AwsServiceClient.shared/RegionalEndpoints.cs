using Amazon.Runtime.Endpoints;

namespace Amazon.StandIn;

/// <summary>A service with one endpoint in each region: <c>https://sns.eu-central-1.amazonaws.com</c> and its like.</summary>
/// <param name="prefix">The first part of the host name.</param>
/// <param name="govCloudIsFips">Whether the plain endpoints of AWS GovCloud (US) are the FIPS ones too.</param>
internal sealed class RegionalEndpoints(string prefix, bool govCloudIsFips) : ServiceEndpoints
{
    protected override Endpoint Resolve(RegionEndpoint region, bool fips, bool dualStack)
    {
        var isPlain = !fips || (govCloudIsFips && !dualStack && region.PartitionName == "aws-us-gov");
        var host = isPlain ? prefix : prefix + "-fips";
        var domain = dualStack ? DualStackDomain(region) : region.PartitionDnsSuffix;
        return new Endpoint($"https://{host}.{region.SystemName}.{domain}");
    }
}
