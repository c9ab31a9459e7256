using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using Amazon.SimpleNotificationService;
using Shouldly;
using Watchkeeper.Functions.Observability;
using Xunit;

namespace Watchkeeper.Functions.Tests.Observability;

[Collection(nameof(Tracing))]
public sealed class TracedCallsTests : IDisposable
{
    private static readonly TraceHeader Own = new("1-69a7c0ff-0123456789abcdef01234567", "53995c3f42cd8ad8", true);

    private readonly DaemonListener daemon = new();
    private readonly Tracing tracing;
    private readonly HttpListener service = new();

    public TracedCallsTests()
    {
        tracing = new Tracing(XRayDaemon.Connect(daemon.Address)!);
        TracedCalls.Register();
        // The system chooses a free port, because the HTTP listener cannot.
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        service.Prefixes.Add($"http://{probe.LocalEndpoint}/");
        probe.Stop();
        service.Start();
    }

    public void Dispose()
    {
        Amazon.Runtime.Internal.RuntimePipelineCustomizerRegistry.Instance.Deregister(new TracedCalls());
        tracing.Dispose();
        daemon.Dispose();
        service.Close();
    }

    [Fact]
    public async Task A_call_of_a_service_is_a_subsegment_that_names_operation_table_and_request()
    {
        var answered = AnswerAsync(200, "{}");
        using (Tracing.Begin("record", Own))
            await Client().GetItemAsync(new GetItemRequest { TableName = "incidents" }, TestContext.Current.CancellationToken);
        await answered;

        var call = daemon.Documents()[0];
        call.GetProperty("name").GetString().ShouldBe("DynamoDB");
        call.GetProperty("namespace").GetString().ShouldBe("aws");
        call.GetProperty("aws").GetProperty("operation").GetString().ShouldBe("GetItem");
        call.GetProperty("aws").GetProperty("table_name").GetString().ShouldBe("incidents");
        call.GetProperty("aws").GetProperty("request_id").GetString().ShouldBe("REQ1");
        call.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(200);
        call.TryGetProperty("error", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lost_race_is_no_error()
    {
        var answered = AnswerAsync(400, Refusal("ConditionalCheckFailedException"));
        using (Tracing.Begin("record", Own))
            await Should.ThrowAsync<ConditionalCheckFailedException>(() => PutAsync(Client()));
        await answered;

        var call = daemon.Documents()[0];
        call.GetProperty("annotations").GetRawText().ShouldBe("""{"refused":true}""");
        call.TryGetProperty("error", out _).ShouldBeFalse();
        call.TryGetProperty("fault", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(400, "ResourceNotFoundException", true, false, false)]
    [InlineData(400, "ThrottlingException", true, true, false)]
    [InlineData(500, "InternalServerError", false, false, true)]
    public async Task A_refused_call_is_recorded_with_the_side_that_caused_it(
        int status, string code, bool error, bool throttle, bool fault)
    {
        var answered = AnswerAsync(status, Refusal(code));
        using (Tracing.Begin("record", Own))
            await Should.ThrowAsync<AmazonServiceException>(() => PutAsync(Client()));
        await answered;

        var call = daemon.Documents()[0];
        call.TryGetProperty("error", out _).ShouldBe(error);
        call.TryGetProperty("throttle", out _).ShouldBe(throttle);
        call.TryGetProperty("fault", out _).ShouldBe(fault);
        call.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(status);
        call.GetProperty("cause").GetProperty("exceptions").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("SendRawEmail")]
    public async Task A_refused_send_is_recorded_without_the_text_of_the_service_which_may_repeat_an_address(string operation)
    {
        var answered = AnswerAsync(
            400, "<ErrorResponse><Error><Code>MessageRejected</Code><Message>no canary@a.example</Message></Error></ErrorResponse>");
        using (Tracing.Begin("send", Own))
            await Should.ThrowAsync<AmazonServiceException>(() => SendAsync(operation));
        await answered;

        var call = daemon.Documents()[0];
        call.GetProperty("cause").GetProperty("exceptions")[0].GetProperty("message").GetString().ShouldBe("MessageRejected");
        call.GetRawText().ShouldNotContain("canary");
    }

    [Fact]
    public async Task An_answer_with_a_secret_that_cannot_be_read_is_recorded_without_the_answer()
    {
        var answered = AnswerAsync(200, """{"SecretString":"canary","CreatedDate":{"canary":1}}""");
        using var secrets = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSecretsManagerConfig { ServiceURL = service.Prefixes.Single(), MaxErrorRetry = 0 });
        using (Tracing.Begin("send", Own))
        {
            await Should.ThrowAsync<AmazonServiceException>(
                () => secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "a" }));
        }

        await answered;

        var call = daemon.Documents()[0];
        call.GetProperty("aws").GetProperty("operation").GetString().ShouldBe("GetSecretValue");
        call.GetRawText().ShouldNotContain("canary");
    }

    private async Task SendAsync(string operation)
    {
        var (credentials, url) = (new BasicAWSCredentials("key", "secret"), service.Prefixes.Single());
        if (operation == "Publish")
        {
            using var sns = new AmazonSimpleNotificationServiceClient(
                credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = url, MaxErrorRetry = 0 });
            await sns.PublishAsync("arn:aws:sns:eu-central-1:123456789012:canary", "text");
            return;
        }

        using var ses = new AmazonSimpleEmailServiceClient(
            credentials, new AmazonSimpleEmailServiceConfig { ServiceURL = url, MaxErrorRetry = 0 });
        await ses.SendRawEmailAsync(new SendRawEmailRequest { RawMessage = new RawMessage { Data = new MemoryStream([1]) } });
    }

    [Fact]
    public async Task A_call_outside_of_a_sampled_trace_is_made_all_the_same()
    {
        var answered = AnswerAsync(200, "{}");
        var response = await PutAsync(Client());
        await answered;

        response.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        daemon.Documents().ShouldBeEmpty();
    }

    private static Task<PutItemResponse> PutAsync(AmazonDynamoDBClient client) =>
        client.PutItemAsync(new PutItemRequest { TableName = "t" }, TestContext.Current.CancellationToken);

    private static string Refusal(string code) => $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"no"}""";

    private AmazonDynamoDBClient Client() => new(new BasicAWSCredentials("key", "secret"), new AmazonDynamoDBConfig
    {
        ServiceURL = service.Prefixes.Single(),
        MaxErrorRetry = 0,
    });

    private async Task AnswerAsync(int status, string body)
    {
        var context = await service.GetContextAsync();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.AddHeader("x-amzn-RequestId", "REQ1");
        await using (var output = context.Response.OutputStream)
            await output.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
