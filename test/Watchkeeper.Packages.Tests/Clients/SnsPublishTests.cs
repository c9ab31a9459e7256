using System.Net;
using System.Text;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class SnsPublishTests(MotoFixture moto) : IDisposable
{
    private readonly AmazonSimpleNotificationServiceClient sns = new(
        Emulated.Credentials,
        new AmazonSimpleNotificationServiceConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private readonly AmazonSQSClient sqs = new(
        Emulated.Credentials, new AmazonSQSConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        sns.Dispose();
        sqs.Dispose();
    }

    [Theory]
    [InlineData("plain", "a plain message")]
    [InlineData("lines", "first\r\nsecond\nthird\ttab")]
    [InlineData("form", "a=1&b=2+3%20&c=;?#/:~*!'()\"<>\\")]
    [InlineData("chinese", "订单服务器处理器使用率过高 — 严重")]
    [InlineData("emoji", "order 🛒 → payment 💳 é ß ı")]
    [InlineData("xml", "<![CDATA[x]]> &amp; &#10;")]
    [InlineData("json", """{"default":"x","e":"\u0000"}""")]
    public async Task A_message_arrives_as_it_was_sent(string name, string message)
    {
        var (topic, queue) = await moto.CreateTopicAsync("publish-" + name, raw: true);

        var published = await sns.PublishAsync(new PublishRequest(topic, message), Cancel);

        published.MessageId.ShouldNotBeNullOrEmpty();
        published.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        published.ResponseMetadata.RequestId.ShouldNotBeNullOrEmpty();
        (await ReceiveAsync(queue)).Body.ShouldBe(message);
    }

    [Fact]
    public async Task A_message_of_256_KB_arrives_whole()
    {
        var (topic, queue) = await moto.CreateTopicAsync("publish-large", raw: true);
        var message = string.Concat(Enumerable.Repeat("警报&\r\n", 262144 / 9));

        await sns.PublishAsync(topic, message, Cancel);

        Encoding.UTF8.GetByteCount(message).ShouldBeInRange(262135, 262144);
        (await ReceiveAsync(queue)).Body.ShouldBe(message);
    }

    [Fact]
    public async Task Attributes_arrive_with_their_types()
    {
        var (topic, queue) = await moto.CreateTopicAsync("publish-attributes", raw: true);

        await sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topic,
                Message = "m",
                MessageAttributes = new(StringComparer.Ordinal)
                {
                    ["severity"] = new() { DataType = "String", StringValue = "high & \"critical\"" },
                    ["count"] = new() { DataType = "Number", StringValue = "7" },
                },
            },
            Cancel);

        var attributes = (await ReceiveAsync(queue)).MessageAttributes;
        attributes["severity"].StringValue.ShouldBe("high & \"critical\"");
        (attributes["count"].DataType, attributes["count"].StringValue).ShouldBe(("Number", "7"));
    }

    [Fact]
    public async Task Every_part_of_a_request_is_written_under_its_name()
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(403, "AuthorizationError"));
        using var sns = new AmazonSimpleNotificationServiceClient(
            Emulated.Credentials,
            new AmazonSimpleNotificationServiceConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region });
        var request = new PublishRequest("t", "m & n", "s")
        {
            MessageAttributes = new(StringComparer.Ordinal)
            {
                ["a b"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([0, 255, 10]) },
            },
            MessageDeduplicationId = "d",
            MessageGroupId = "g",
            MessageStructure = "json",
            PhoneNumber = "+1",
            TargetArn = "e",
        };

        await Should.ThrowAsync<AuthorizationErrorException>(sns.PublishAsync(request, Cancel));

        server.Requests.ShouldHaveSingleItem().Form.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + "=" + pair.Value).ShouldBe(
            [
                "Action=Publish", "Message=m & n", "MessageAttributes.entry.1.Name=a b",
                "MessageAttributes.entry.1.Value.BinaryValue=AP8K",
                "MessageAttributes.entry.1.Value.DataType=Binary", "MessageDeduplicationId=d", "MessageGroupId=g",
                "MessageStructure=json",
                "PhoneNumber=+1", "Subject=s", "TargetArn=e", "TopicArn=t", "Version=2010-03-31",
            ]);
    }

    [Fact]
    public async Task A_subject_is_sent_with_the_message()
    {
        var (topic, queue) = await moto.CreateTopicAsync("publish-subject", raw: false);

        await sns.PublishAsync(topic, "m", "Alarm: orders & payments", Cancel);

        (await ReceiveAsync(queue)).Body.ShouldContain("\"Subject\": \"Alarm: orders & payments\"");
    }

    [Fact]
    public async Task A_message_in_a_FIFO_topic_gets_a_number()
    {
        var topic = await moto.QueryAsync(
            "sns", "CreateTopic", "TopicArn",
            ("Name", "ordered.fifo"), ("Attributes.entry.1.key", "FifoTopic"), ("Attributes.entry.1.value", "true"));

        var published = await sns.PublishAsync(
            new PublishRequest(topic, "m") { MessageGroupId = "g", MessageDeduplicationId = "d" }, Cancel);

        published.MessageId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_phone_number_gets_a_message()
    {
        var published = await sns.PublishAsync(new PublishRequest { PhoneNumber = "+4915112345678", Message = "short" }, Cancel);

        published.MessageId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_missing_topic_is_a_typed_exception()
    {
        var missing = $"arn:aws:sns:{Emulated.Region}:{Emulated.Account}:missing";

        var failure = await Should.ThrowAsync<NotFoundException>(sns.PublishAsync(missing, "m", Cancel));

        failure.ErrorCode.ShouldBe("NotFound");
        failure.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        failure.Message.ShouldContain("does not exist");
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_a_typed_exception()
    {
        var (topic, _) = await moto.CreateTopicAsync("publish-too-long", raw: true);

        var failure = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(
            sns.PublishAsync(topic, new string('x', 262145), Cancel));

        failure.ErrorCode.ShouldStartWith("InvalidParameter");
    }

    private async Task<Message> ReceiveAsync(string queue) =>
        (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(queue) { MessageAttributeNames = ["All"] }, Cancel))
            .Messages.ShouldHaveSingleItem();
}
