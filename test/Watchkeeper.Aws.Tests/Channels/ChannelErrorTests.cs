using Amazon.Runtime;
using Amazon.SimpleEmail;
using Amazon.SimpleNotificationService;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Packages.Tests.Clients;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

/// <summary>Every error of Publish and SendRawEmail, as the real clients parse it.</summary>
public class ChannelErrorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AuthorizationError", false, "check sns:Publish")]
    [InlineData(400, "EndpointDisabled", false, "the endpoint is disabled")]
    [InlineData(500, "InternalError", true, "the service is failing")]
    [InlineData(400, "InvalidParameter", false, "SNS rejected a parameter: Why & how")]
    [InlineData(400, "ParameterValueInvalid", false, "SNS rejected a parameter: Why & how")]
    [InlineData(403, "InvalidSecurity", false, "not made over HTTPS")]
    [InlineData(400, "KMSAccessDenied", false, "kms:GenerateDataKey")]
    [InlineData(400, "KMSDisabled", false, "enable it")]
    [InlineData(400, "KMSInvalidState", false, "cannot be used")]
    [InlineData(400, "KMSNotFound", false, "does not exist")]
    [InlineData(403, "KMSOptInRequired", false, "has not subscribed")]
    [InlineData(400, "KMSThrottling", true, "KMS throttles the calls")]
    [InlineData(404, "NotFound", false, "the topic does not exist")]
    [InlineData(400, "PlatformApplicationDisabled", false, "is disabled")]
    [InlineData(400, "ValidationException", false, "SNS rejected a parameter")]
    [InlineData(400, "Throttling", true, "throttles the calls")]
    [InlineData(429, "Throttled", true, "throttles the calls")]
    [InlineData(503, "ServiceUnavailable", true, "the service is failing")]
    [InlineData(403, "ExpiredToken", true, "the retry uses fresh ones")]
    [InlineData(403, "InvalidClientTokenId", false, "the credentials are not valid")]
    [InlineData(403, "SignatureDoesNotMatch", false, "the credentials are not valid")]
    [InlineData(403, "AccessDenied", false, "not allowed")]
    [InlineData(418, "NeverHeardOf", false, "the service refused with status 418")]
    [InlineData(429, "NeverHeardOf", true, "the service failed with status 429")]
    [InlineData(503, "NeverHeardOf", true, "the service failed with status 503")]
    public async Task An_error_of_Publish_is_explained(int status, string code, bool isRetry, string words)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(status, code));

        var result = await PublishAsync(server.Url, Cancel);

        ShouldBeEquivalent(result, isRetry, $"{code}: ", words);
    }

    [Theory]
    [InlineData(400, "MessageRejected", false, "SES refused the content or the recipient")]
    [InlineData(
        400, "MailFromDomainNotVerifiedException", false,
        "the MAIL FROM domain of a@shop.example is not verified: publish its MX record")]
    [InlineData(
        400, "ConfigurationSetDoesNotExist", false,
        "the configuration set watchkeeper-set does not exist in this region; deploy")]
    [InlineData(
        400, "ConfigurationSetSendingPausedException", false, "paused for the configuration set watchkeeper-set; resume it")]
    [InlineData(400, "AccountSendingPausedException", false, "paused for the whole account")]
    [InlineData(400, "InvalidParameterValue", false, "an address or another value is malformed")]
    [InlineData(400, "Throttling", true, "the sending rate is above the account's limit")]
    [InlineData(400, "ThrottlingException", true, "the sending rate is above the account's limit")]
    [InlineData(500, "InternalFailure", true, "the service is failing")]
    [InlineData(503, "ServiceUnavailable", true, "the service is failing")]
    [InlineData(403, "AccessDenied", false, "not allowed")]
    [InlineData(403, "ExpiredTokenException", true, "the retry uses fresh ones")]
    [InlineData(400, "RequestExpired", true, "the retry uses fresh ones")]
    [InlineData(400, "ConfigurationSetDoesNotExistException", false, "the configuration set watchkeeper-set does not exist")]
    [InlineData(400, "LimitExceeded", true, "a quota of SES is reached")]
    [InlineData(400, "LimitExceededException", true, "a quota of SES is reached")]
    [InlineData(429, "TooManyRequestsException", true, "throttles the calls")]
    [InlineData(403, "InvalidClientTokenId", false, "the credentials are not valid")]
    [InlineData(403, "SignatureDoesNotMatch", false, "the credentials are not valid")]
    [InlineData(403, "OptInRequired", false, "has not subscribed")]
    [InlineData(400, "ValidationError", false, "rejected the request as malformed")]
    [InlineData(400, "MissingParameter", false, "rejected the request as malformed")]
    [InlineData(408, "RequestTimeout", true, "the service is failing")]
    [InlineData(400, "NeverHeardOf", false, "the service refused with status 400")]
    [InlineData(502, "NeverHeardOf", true, "the service failed with status 502")]
    public async Task An_error_of_SendRawEmail_is_explained(int status, string code, bool isRetry, string words)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(status, code));

        var result = await MailAsync(server.Url, Cancel);

        ShouldBeEquivalent(result, isRetry, $"{code}: ", words);
    }

    [Theory]
    [InlineData(
        "MessageRejected",
        "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: kim@shop.example",
        "MessageRejected: an address is not verified in eu-central-1; verify the sender, and in the SES "
            + "sandbox every recipient too")]
    [InlineData("AccessDenied", "User: arn:aws:sts::123456789012:assumed-role/x is not authorized to send to boss@shop.example",
        "AccessDenied: not allowed; check the function's role and the resource's policy")]
    public async Task An_explanation_holds_no_names_and_no_addresses(string code, string message, string reason)
    {
        await using var server = new SmallServer(Error(400, code, message));

        (await MailAsync(server.Url, Cancel)).ShouldBe(new SendResult.GiveUp(reason));
    }

    [Theory]
    [InlineData("boss@shop.example", "MessageRejected: SES is in its sandbox in eu-central-1, where every "
        + "recipient must be verified, and boss@shop.example is not: verify it there, or ask for production access")]
    [InlineData("BOSS@shop.example.", "MessageRejected: SES is in its sandbox in eu-central-1, where every "
        + "recipient must be verified, and boss@shop.example is not: verify it there, or ask for production access")]
    [InlineData(
        "Watchkeeper &lt;a@shop.example&gt;, boss@shop.example", "MessageRejected: the sender a@shop.example is not verified in "
            + "eu-central-1: confirm the mail that SES sent to it, or publish its domain's DKIM records; while SES is in "
            + "its sandbox there, every recipient must be verified too")]
    [InlineData(
        "shop.example",
        "MessageRejected: the sender a@shop.example is not verified in eu-central-1: confirm the mail that SES sent to "
            + "it, or publish its domain's DKIM records; while SES is in its sandbox there, every "
            + "recipient must be verified too")]
    public async Task An_unverified_identity_is_explained_with_its_region_and_what_to_do(string identities, string reason)
    {
        await using var server = new SmallServer(Error(
            400, "MessageRejected",
            $"Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: {identities}"));

        (await MailAsync(server.Url, Cancel)).ShouldBe(new SendResult.GiveUp(reason));
    }

    [Fact]
    public async Task The_time_to_wait_is_known_if_the_service_gives_it()
    {
        await using var server = new SmallServer(Error(400, "Throttling", "Daily message quota exceeded."));

        (await MailAsync(server.Url, Cancel)).ShouldBe(
            new SendResult.Retry("Throttling: the daily sending quota is used up", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task The_answer_of_a_proxy_in_place_of_the_service_is_explained()
    {
        await using var server = new SmallServer(new SmallServer.Answer(502, "<html>bad gateway</html>", "text/html"));

        (await PublishAsync(server.Url, Cancel)).ShouldBeOfType<SendResult.Retry>();
    }

    [Fact]
    public async Task A_refused_connection_is_explained()
    {
        string url;
        await using (var server = new SmallServer(SmallServer.Answer.Never))
            url = server.Url;

        var result = await PublishAsync(url, Cancel);

        result.ShouldBeOfType<SendResult.Retry>().Reason.ShouldBe("no connection to the service: ConnectionError");
    }

    [Fact]
    public async Task A_timeout_is_explained()
    {
        await using var server = new SmallServer(SmallServer.Answer.Never);

        var result = await PublishAsync(server.Url, Cancel, TimeSpan.FromMilliseconds(300));

        result.ShouldBeOfType<SendResult.Retry>().Reason.ShouldBe("no answer in time; it may have been sent");
    }

    [Fact]
    public async Task Missing_credentials_are_explained()
    {
        var channel = new SnsChannel(new AmazonSimpleNotificationServiceClient(
            new NoCredentials(),
            new AmazonSimpleNotificationServiceConfig
            {
                ServiceURL = "http://127.0.0.1:9",
                AuthenticationRegion = Emulated.Region,
            }));

        var result = await channel.SendAsync(Topic, Sample, "key", Cancel);

        result.ShouldBe(new SendResult.Retry("no answer: nowhere to be found"));
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_is_passed_on()
    {
        await using var server = new SmallServer(SmallServer.Answer.Never);
        using var cancel = new CancellationTokenSource();

        var sending = PublishAsync(server.Url, cancel.Token);
        await server.FirstRequest.Task.WaitAsync(Cancel);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:t");

    private static Message Sample => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);

    private static async Task<SendResult> PublishAsync(string url, CancellationToken cancel, TimeSpan? timeout = null)
    {
        using var client = new AmazonSimpleNotificationServiceClient(
            Emulated.Credentials, new AmazonSimpleNotificationServiceConfig
            {
                ServiceURL = url,
                AuthenticationRegion = Emulated.Region,
                MaxErrorRetry = 0,
                Timeout = timeout ?? TimeSpan.FromMinutes(1),
            });
        return await new SnsChannel(client).SendAsync(Topic, Sample, "key", cancel);
    }

    private static async Task<SendResult> MailAsync(string url, CancellationToken cancel)
    {
        using var client = new AmazonSimpleEmailServiceClient(Emulated.Credentials, new AmazonSimpleEmailServiceConfig
        {
            ServiceURL = url,
            AuthenticationRegion = Emulated.Region,
            MaxErrorRetry = 0,
        });
        return await new SesChannel(client, "Watchkeeper <a@shop.example>", "watchkeeper-set").SendAsync(
            new Channel(ChannelKind.Mail, "boss@shop.example"), Sample, "key", cancel);
    }

    private static SmallServer.Answer Error(int status, string code, string message) => new(
        status,
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
            + "<RequestId>r-1</RequestId></ErrorResponse>");

    private static void ShouldBeEquivalent(SendResult result, bool isRetry, string start, string words)
    {
        var reason = isRetry
            ? result.ShouldBeOfType<SendResult.Retry>().Reason
            : result.ShouldBeOfType<SendResult.GiveUp>().Reason;
        reason.ShouldStartWith(start);
        reason.ShouldContain(words);
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("nowhere to be found");
    }
}
