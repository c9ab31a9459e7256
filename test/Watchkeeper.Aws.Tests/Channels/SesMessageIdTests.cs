using Amazon;
using Amazon.SimpleEmail;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

public sealed class SesMessageIdTests
{
    [Theory]
    [InlineData("us-east-1", "0100-a1@email.amazonses.com")]
    [InlineData("eu-west-1", "0100-a1@eu-west-1.amazonses.com")]
    [InlineData("us-gov-west-1", "0100-a1@us-gov-west-1.amazonses.com")]
    [InlineData("cn-northwest-1", null)]
    [InlineData("eusc-de-east-1", null)]
    [InlineData("us-iso-east-1", null)]
    public void The_domain_is_that_of_the_region(string region, string? expected) => SesMessageId.Qualify(
        "0100-a1", new AmazonSimpleEmailServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) })
        .ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0100@elsewhere")]
    [InlineData("0100\r\nBcc: x")]
    public void What_is_no_id_names_no_mail(string? id) => SesMessageId.Qualify(
        id, new AmazonSimpleEmailServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 }).ShouldBeNull();

    [Fact]
    public void An_emulator_has_the_region_of_its_signature() => SesMessageId.Qualify(
        "m-1", new AmazonSimpleEmailServiceConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-central-1" })
        .ShouldBe("m-1@eu-central-1.amazonses.com");
}
