using Shouldly;
using Watchkeeper.Audits;
using Xunit;

namespace Watchkeeper.Tests.Audits;

public sealed class AuditResourceTests
{
    [Theory]
    [InlineData("i-1", "Region/AZ=ca-central-1a", "Instance Name=web", "Instance ID=i-1")]
    [InlineData("sg-1", "Security Group Name=web", "Security Group ID=sg-1", "VPC ID=vpc-1")]
    [InlineData("shop", "Region Name=eu-central-1", "Bucket Name=shop")]
    [InlineData("VPC VPCs", "Service=VPC", "Limit Name=VPCs", "Limit Amount=5")]
    [InlineData("arn:aws:lambda:a:b:function:c", "Function ARN=arn:aws:lambda:a:b:function:c", "Status=Yellow")]
    [InlineData("key-1", "Signing Key ID=key-1", "Key Name=k")]
    [InlineData("gw", "Gateway Name=gw", "VPC ID=vpc-1")]
    [InlineData("i-1", "Instance ID= i-1 ", "Resource=")]
    [InlineData("", "Status=Red")]
    [InlineData("")]
    public void A_resource_is_found_by_the_names_of_its_columns_in_any_order(string resource, params string[] columns)
    {
        AuditResource.From(Pairs(columns)).ShouldBe(resource);
        AuditResource.From(Pairs(columns).Reverse()).ShouldBe(resource);
    }

    [Theory]
    [InlineData("ca-central-1", "Region/AZ=ca-central-1a")]
    [InlineData("us-east-1", "Region=us-east-1")]
    [InlineData("eu-central-1", "Region Name=Frankfurt", "Region API Parameter=eu-central-1")]
    [InlineData("us-gov-west-1", "Region=us-gov-west-1c")]
    [InlineData("-", "Region=-")]
    [InlineData("", "Status=Red")]
    public void A_region_is_read_without_its_zone(string region, params string[] columns) =>
        AuditResource.RegionOf(Pairs(columns)).ShouldBe(region);

    [Fact]
    public void A_fingerprint_is_made_of_account_check_region_and_resource() =>
        AuditFingerprint.Create("123456789012", "VPC", "eu-central-1", "VPC VPCs").Text
            .ShouldBe("audit/123456789012/VPC/eu-central-1/VPC VPCs");

    private static KeyValuePair<string, string>[] Pairs(string[] columns) =>
        [.. columns.Select(column => column.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]))];
}
