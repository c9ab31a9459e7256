using Amazon.AWSSupport;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Support;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Support;

/// <summary>moto has Trusted Advisor's checks and accepts refreshes, but has no results.</summary>
public sealed class TrustedAdvisorOnMotoTests(MotoFixture moto) : IClassFixture<MotoFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checks_are_read_and_refreshed()
    {
        var advisor = new TrustedAdvisor(
            new AmazonAWSSupportClient(
                Emulated.Credentials,
                new AmazonAWSSupportConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = "us-east-1" }),
            TimeProvider.System);

        var checks = (await advisor.ListAsync(Token)).ShouldBeOfType<AdvisorListing.Checks>().All;

        checks.Length.ShouldBeGreaterThan(100);
        checks.Select(check => check.Id).ShouldBeUnique();
        checks.ShouldAllBe(check => check.Name.Length > 0 && check.Category.Length > 0);
        var ports = checks.Single(check => check.Id == "HCP4007jGY");
        ports.Category.ShouldBe("security");
        ports.Columns.ShouldContain("Security Group ID");
        (await advisor.RefreshAsync(ports, Token)).ShouldBe(RefreshResult.Asked);
    }
}
