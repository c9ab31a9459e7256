using Amazon;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class SecretsManagerTests(MotoFixture moto)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_read_as_text_or_as_bytes()
    {
        using var client = Client(moto.ServiceUrl);
        await moto.AwsAsync("secretsmanager", "create-secret", "--name", "text", "--secret-string", "订单");
        await moto.AwsAsync("secretsmanager", "create-secret", "--name", "bytes", "--secret-binary", "abc");

        var text = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "text" }, Cancel);
        var bytes = await client.GetSecretValueAsync(
            new GetSecretValueRequest { SecretId = "bytes", VersionStage = "AWSCURRENT" }, Cancel);

        (text.Name, text.SecretString, text.SecretBinary).ShouldBe(("text", "订单", null));
        text.ARN.ShouldStartWith("arn:aws:secretsmanager:eu-central-1:123456789012:secret:text-");
        text.VersionStages.ShouldBe(["AWSCURRENT"]);
        text.VersionId.ShouldNotBeNullOrEmpty();
        text.CreatedDate.ShouldNotBeNull().Kind.ShouldBe(DateTimeKind.Utc);
        bytes.SecretString.ShouldBeNull();
        bytes.SecretBinary.ToArray().ShouldBe([.. "abc"u8]);
    }

    [Fact]
    public async Task A_version_is_asked_for_by_id_or_label()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, "{}"));
        using var client = Client(server.Url);

        await client.GetSecretValueAsync(
            new GetSecretValueRequest { SecretId = "a", VersionId = "v", VersionStage = "AWSPREVIOUS" }, Cancel);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Head.ShouldContain("X-Amz-Target: secretsmanager.GetSecretValue");
        request.Head.ShouldContain("Content-Type: application/x-amz-json-1.1");
        request.Body.ShouldBe("""{"SecretId":"a","VersionId":"v","VersionStage":"AWSPREVIOUS"}""");
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("InternalServiceError", typeof(InternalServiceErrorException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(400, $$"""{"__type":"{{code}}","message":"Why"}"""));
        using var client = Client(server.Url);

        var failure = await Should.ThrowAsync<AmazonSecretsManagerException>(
            client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "a" }, Cancel));

        failure.ShouldBeOfType(expected);
        (failure.ErrorCode, failure.Message, failure.RequestId).ShouldBe((code, "Why", "r-2"));
    }

    [Theory]
    [InlineData("eu-central-1", false, false, "https://secretsmanager.eu-central-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://secretsmanager-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-central-1", false, true, "https://secretsmanager.eu-central-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://secretsmanager.cn-north-1.amazonaws.com.cn/")]
    public void Each_region_has_its_endpoint(string region, bool fips, bool dualStack, string expected)
    {
        using var client = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSecretsManagerConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        client.DetermineServiceOperationEndpoint(new GetSecretValueRequest { SecretId = "a" }).URL.ShouldBe(expected);
    }

    private static AmazonSecretsManagerClient Client(string url) => new(
        Emulated.Credentials,
        new AmazonSecretsManagerConfig { ServiceURL = url, AuthenticationRegion = Emulated.Region, MaxErrorRetry = 0 });
}
