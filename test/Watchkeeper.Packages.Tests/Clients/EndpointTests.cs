using Amazon;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

/// <summary>One class, so that tests that set environment variables run in sequence.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-central-1", "amazonaws.com")]
    [InlineData("cn-north-1", "amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "amazonaws.com")]
    [InlineData("us-iso-east-1", "c2s.ic.gov")]
    [InlineData("eu-future-7", "amazonaws.com")]
    public void A_service_has_an_endpoint_in_each_region(string region, string domain) =>
        Endpoints(config => config.RegionEndpoint = RegionEndpoint.GetBySystemName(region))
            .ShouldBe((
                $"https://sns.{region}.{domain}/", $"https://email.{region}.{domain}/",
                $"https://autoscaling.{region}.{domain}/"));

    [Theory]
    [InlineData("us-east-1", "sns-fips", "email-fips", "autoscaling-fips")]
    [InlineData("us-gov-east-1", "sns", "email-fips", "autoscaling")]
    public void FIPS_cryptography_has_its_own_endpoints(string region, string sns, string ses, string scaling) =>
        Endpoints(config => (config.RegionEndpoint, config.UseFIPSEndpoint) = (RegionEndpoint.GetBySystemName(region), true))
            .ShouldBe((
                $"https://{sns}.{region}.amazonaws.com/", $"https://{ses}.{region}.amazonaws.com/",
                $"https://{scaling}.{region}.amazonaws.com/"));

    [Theory]
    [InlineData("eu-central-1", "api.aws")]
    [InlineData("eusc-de-east-1", "api.amazonwebservices.eu")]
    [InlineData("cn-northwest-1", "api.amazonwebservices.com.cn")]
    public void IPv6_has_its_own_endpoints(string region, string domain) =>
        Endpoints(config => (config.RegionEndpoint, config.UseDualstackEndpoint) = (RegionEndpoint.GetBySystemName(region), true))
            .ShouldBe((
                $"https://sns.{region}.{domain}/", $"https://email.{region}.{domain}/",
                $"https://autoscaling.{region}.{domain}/"));

    [Theory]
    [InlineData("eu-central-1", false, false, "https://monitoring.eu-central-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://monitoring-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://monitoring.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-central-1", false, true, "https://monitoring.eu-central-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://monitoring.cn-north-1.amazonaws.com.cn/")]
    public void CloudWatch_is_called_monitoring(string region, bool fips, bool dualStack, string expected)
    {
        using var cloudWatch = new AmazonCloudWatchClient(
            Emulated.Credentials,
            new AmazonCloudWatchConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        cloudWatch.DetermineServiceOperationEndpoint(new DescribeAlarmsRequest()).URL.ShouldBe(expected);
    }

    [Theory]
    [InlineData("us-east-1", "https://support.us-east-1.amazonaws.com/")]
    [InlineData("eu-central-1", "https://support.us-east-1.amazonaws.com/")]
    [InlineData("cn-northwest-1", "https://support.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-east-1", "https://support.us-gov-west-1.amazonaws.com/")]
    public void Support_has_one_endpoint_for_all_regions(string region, string expected)
    {
        using var support = new AmazonAWSSupportClient(Emulated.Credentials, RegionEndpoint.GetBySystemName(region));

        support.DetermineServiceOperationEndpoint(new DescribeTrustedAdvisorChecksRequest()).URL.ShouldBe(expected);
    }

    [Theory]
    [InlineData("us-east-1", true, false)]
    [InlineData("us-gov-west-1", false, true)]
    public void Support_has_no_dual_stack_or_FIPS_endpoint_elsewhere(string region, bool fips, bool dualStack)
    {
        using var support = new AmazonAWSSupportClient(
            Emulated.Credentials,
            new AmazonAWSSupportConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        Should.Throw<AmazonClientException>(
            () => support.DetermineServiceOperationEndpoint(new DescribeTrustedAdvisorChecksRequest()));
    }

    [Fact]
    public void A_service_address_and_a_FIPS_endpoint_exclude_each_other() =>
        Should.Throw<AmazonClientException>(
            () => Endpoints(config => (config.ServiceURL, config.UseFIPSEndpoint) = ("http://127.0.0.1:1", true)));

    [Fact]
    public void A_variable_sends_all_services_to_one_address()
    {
        using var variables = new Variables(("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"), ("AWS_REGION", Emulated.Region));

        Endpoints(_ => { }).ShouldBe(("http://127.0.0.1:4566/", "http://127.0.0.1:4566/", "http://127.0.0.1:4566/"));
    }

    [Fact]
    public void A_variable_of_a_service_wins_over_the_one_for_all()
    {
        using var variables = new Variables(
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
            ("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:2"),
            ("AWS_ENDPOINT_URL_SES", "http://127.0.0.1:3"),
            ("AWS_ENDPOINT_URL_AUTO_SCALING", "http://127.0.0.1:4"),
            ("AWS_ENDPOINT_URL_SUPPORT", "http://127.0.0.1:5"),
            ("AWS_ENDPOINT_URL_CLOUDWATCH", "http://127.0.0.1:6"),
            ("AWS_REGION", Emulated.Region));
        using var support = new AmazonAWSSupportClient(Emulated.Credentials);
        using var cloudWatch = new AmazonCloudWatchClient(Emulated.Credentials);

        Endpoints(_ => { }).ShouldBe(("http://127.0.0.1:2/", "http://127.0.0.1:3/", "http://127.0.0.1:4/"));
        support.DetermineServiceOperationEndpoint(new DescribeTrustedAdvisorChecksRequest()).URL.ShouldBe("http://127.0.0.1:5/");
        cloudWatch.DetermineServiceOperationEndpoint(new DescribeAlarmsRequest()).URL.ShouldBe("http://127.0.0.1:6/");
    }

    [Theory]
    [InlineData("sns")]
    [InlineData("ses")]
    [InlineData("autoscaling")]
    [InlineData("support")]
    [InlineData("monitoring")]
    public async Task A_request_is_signed_for_its_service_and_region(string service)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(400, "No"));
        var cancel = TestContext.Current.CancellationToken;

        await Should.ThrowAsync<AmazonServiceException>(service switch
        {
            "sns" => new AmazonSimpleNotificationServiceClient(
                Emulated.Credentials, At<AmazonSimpleNotificationServiceConfig>(server)).PublishAsync("t", "m", cancel),
            "ses" => new AmazonSimpleEmailServiceClient(Emulated.Credentials, At<AmazonSimpleEmailServiceConfig>(server))
                .SendEmailAsync(new SendEmailRequest(), cancel),
            "autoscaling" => new AmazonAutoScalingClient(Emulated.Credentials, At<AmazonAutoScalingConfig>(server))
                .DescribeAutoScalingGroupsAsync(cancel),
            "monitoring" =>
                new AmazonCloudWatchClient(Emulated.Credentials, At<AmazonCloudWatchConfig>(server)).DescribeAlarmsAsync(cancel),
            _ => new AmazonAWSSupportClient(Emulated.Credentials, At<AmazonAWSSupportConfig>(server))
                .DescribeTrustedAdvisorChecksAsync(new(), cancel),
        });

        var head = server.Requests.ShouldHaveSingleItem().Head;
        head.ShouldContain($"/{Emulated.Region}/{service}/aws4_request");
        head.ShouldStartWith("POST / HTTP/1.1");
        head.ShouldContain("aws-sdk-dotnet");
    }

    private static T At<T>(SmallServer server)
        where T : ClientConfig, new() =>
        new() { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region, MaxErrorRetry = 0 };

    private static (string Sns, string Ses, string Scaling) Endpoints(Action<ClientConfig> configure)
    {
        using var sns = new AmazonSimpleNotificationServiceClient(
            Emulated.Credentials, Configured(new AmazonSimpleNotificationServiceConfig(), configure));
        using var ses = new AmazonSimpleEmailServiceClient(
            Emulated.Credentials, Configured(new AmazonSimpleEmailServiceConfig(), configure));
        using var scaling = new AmazonAutoScalingClient(
            Emulated.Credentials, Configured(new AmazonAutoScalingConfig(), configure));
        return (
            sns.DetermineServiceOperationEndpoint(new PublishRequest()).URL,
            ses.DetermineServiceOperationEndpoint(new SendEmailRequest()).URL,
            scaling.DetermineServiceOperationEndpoint(new DescribeAutoScalingGroupsRequest()).URL);
    }

    private static T Configured<T>(T config, Action<ClientConfig> configure)
        where T : ClientConfig
    {
        configure(config);
        return config;
    }

    private sealed class Variables : IDisposable
    {
        private readonly (string Name, string? Before)[] saved;

        public Variables(params (string Name, string Value)[] values)
        {
            saved = [.. values.Select(variable => (variable.Name, Environment.GetEnvironmentVariable(variable.Name)))];
            foreach (var (name, value) in values)
                Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose()
        {
            foreach (var (name, before) in saved)
                Environment.SetEnvironmentVariable(name, before);
        }
    }
}
