using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

/// <summary>
/// AWS Support has one endpoint in each partition, whatever region is asked for; it is signed for that one's region.
/// </summary>
internal sealed class SupportEndpoints : ServiceEndpoints
{
    protected override Endpoint Resolve(RegionEndpoint region, bool fips, bool dualStack)
    {
        if (dualStack || (fips && region.PartitionName != "aws-us-gov"))
            throw new AmazonClientException("AWS Support has no endpoint with FIPS or DualStack");
        var home = region.PartitionName switch
        {
            "aws" => "us-east-1",
            "aws-cn" => "cn-north-1",
            "aws-us-gov" => "us-gov-west-1",
            "aws-iso" => "us-iso-east-1",
            "aws-iso-b" => "us-isob-east-1",
            _ => region.SystemName,
        };
        var signing = $$"""{"authSchemes":[{"name":"sigv4","signingName":"support","signingRegion":"{{home}}"}]}""";
        return new Endpoint($"https://support.{home}.{region.PartitionDnsSuffix}", signing, headersJson: null);
    }
}
