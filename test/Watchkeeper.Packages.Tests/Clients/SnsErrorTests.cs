using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class SnsErrorTests
{
    private const string Published = """
    <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Later/><PublishResult><New><MessageId>no</MessageId></New>
    <MessageId>m-1</MessageId><SequenceNumber>7</SequenceNumber></PublishResult>
    <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>
    """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AuthorizationError", typeof(AuthorizationErrorException))]
    [InlineData("EndpointDisabled", typeof(EndpointDisabledException))]
    [InlineData("InternalError", typeof(InternalErrorException))]
    [InlineData("InvalidParameter", typeof(InvalidParameterException))]
    [InlineData("ParameterValueInvalid", typeof(InvalidParameterValueException))]
    [InlineData("InvalidSecurity", typeof(InvalidSecurityException))]
    [InlineData("KMSAccessDenied", typeof(KMSAccessDeniedException))]
    [InlineData("KMSDisabled", typeof(KMSDisabledException))]
    [InlineData("KMSInvalidState", typeof(KMSInvalidStateException))]
    [InlineData("KMSNotFound", typeof(KMSNotFoundException))]
    [InlineData("KMSOptInRequired", typeof(KMSOptInRequiredException))]
    [InlineData("KMSThrottling", typeof(KMSThrottlingException))]
    [InlineData("NotFound", typeof(NotFoundException))]
    [InlineData("PlatformApplicationDisabled", typeof(PlatformApplicationDisabledException))]
    [InlineData("ValidationException", typeof(ValidationException))]
    [InlineData("AccessDenied", typeof(AmazonSimpleNotificationServiceException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(400, code));
        using var sns = Client(server, retries: 0);

        var failure = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(sns.PublishAsync("t", "m", Cancel));

        failure.ShouldBeOfType(expected);
        failure.ErrorCode.ShouldBe(code);
        failure.ErrorType.ShouldBe(ErrorType.Sender);
        failure.Message.ShouldBe("Why & how");
        failure.RequestId.ShouldBe("r-1");
        failure.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_throttled_request_is_tried_again()
    {
        var throttled = SmallServer.Answer.QueryError(400, "Throttling");
        await using var server = new SmallServer(throttled, throttled, new(200, Published));
        using var sns = Client(server, retries: 3);

        var published = await sns.PublishAsync("t", "m", Cancel);

        published.MessageId.ShouldBe("m-1");
        published.SequenceNumber.ShouldBe("7");
        published.ResponseMetadata.RequestId.ShouldBe("r-2");
        server.Requests.Count.ShouldBe(3);
        server.Requests.Select(request => request.Body).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(400, "Throttling")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Retries_end_as_the_configuration_says(int status, string code)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(status, code));
        using var sns = Client(server, retries: 1);

        var failure = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(sns.PublishAsync("t", "m", Cancel));

        failure.ErrorCode.ShouldBe(code);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(403, "AuthorizationError"));
        using var sns = Client(server, retries: 3);

        await Should.ThrowAsync<AuthorizationErrorException>(sns.PublishAsync("t", "m", Cancel));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_of_a_proxy_is_an_exception_with_its_status()
    {
        await using var server = new SmallServer(new SmallServer.Answer(407, "<html><body>Log in first", "text/html"));
        using var sns = Client(server, retries: 0);

        var failure = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(sns.PublishAsync("t", "m", Cancel));

        failure.StatusCode.ShouldBe(HttpStatusCode.ProxyAuthenticationRequired);
        failure.ErrorCode.ShouldBeNull();
        failure.Message.ShouldContain("Log in first");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<PublishResponse><PublishResult><MessageId>m")]
    [InlineData("not xml")]
    public async Task A_truncated_answer_is_no_success(string body)
    {
        await using var server = new SmallServer(new SmallServer.Answer(200, body));
        using var sns = Client(server, retries: 0);

        await Should.ThrowAsync<Exception>(sns.PublishAsync("t", "m", Cancel));
    }

    [Fact]
    public async Task A_refused_connection_is_an_exception()
    {
        var server = new SmallServer(SmallServer.Answer.Never);
        await server.DisposeAsync();
        using var sns = Client(server, retries: 0);

        await Should.ThrowAsync<HttpRequestException>(sns.PublishAsync("t", "m", Cancel));
    }

    [Fact]
    public async Task A_caller_can_cancel_the_wait()
    {
        await using var server = new SmallServer(SmallServer.Answer.Never);
        using var sns = Client(server, retries: 3);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var publishing = sns.PublishAsync("t", "m", patience.Token);
        await server.FirstRequest.Task.WaitAsync(Cancel);
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(publishing);
        server.Requests.Count.ShouldBe(1);
    }

    private static AmazonSimpleNotificationServiceClient Client(SmallServer server, int retries) => new(
        Emulated.Credentials,
        new AmazonSimpleNotificationServiceConfig
        {
            ServiceURL = server.Url,
            AuthenticationRegion = Emulated.Region,
            MaxErrorRetry = retries,
        });
}
