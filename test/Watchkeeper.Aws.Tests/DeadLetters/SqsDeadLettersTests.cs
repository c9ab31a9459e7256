using System.IO.Compression;
using System.Text;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Shouldly;
using Watchkeeper.Aws.DeadLetters;
using Watchkeeper.DeadLetters;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.DeadLetters;

/// <summary>Whatever Lambda can deliver fits into the queue whole, with the longest reason.</summary>
public sealed class SqsDeadLettersTests
{
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
    private const int SqsLimit = 1_048_576;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(255 * 1024, "text")]
    [InlineData(257 * 1024, "text")]
    [InlineData(1000 * 1024, "text")]
    [InlineData(1024 * 1024, "gzip, base64")]
    [InlineData(6 * 1024 * 1024, "gzip, base64")]
    public async Task An_event_of_any_size_is_kept_whole(int size, string encoding)
    {
        var payload = Encoding.UTF8.GetBytes($"{{\"detail\":\"{new string('警', (size - 13) / 3)}\"}}");

        var request = await SentAsync(payload);

        request.MessageAttributes["encoding"].StringValue.ShouldBe(encoding);
        Unpacked(request).ShouldBe(payload);
        SizeOf(request).ShouldBeLessThanOrEqualTo(SqsLimit);
    }

    [Fact]
    public async Task An_event_that_is_no_text_and_cannot_be_packed_is_cut_visibly_and_fits()
    {
        var payload = new byte[SqsLimit];
        new Random(7).NextBytes(payload);

        var request = await SentAsync(payload);

        request.MessageAttributes["encoding"].StringValue.ShouldBe("base64, cut");
        SizeOf(request).ShouldBeLessThanOrEqualTo(SqsLimit);
    }

    private static async Task<SendMessageRequest> SentAsync(byte[] payload)
    {
        using var queue = new RecordingQueue();
        var letters = new SqsDeadLetters(new Lazy<IAmazonSQS>(queue), new Uri("https://sqs.example/queue"));
        var longest = new Rejection("$." + new string('路', 5_000), new string('因', 5_000));
        await letters.SendAsync(new DeadLetter("AlarmFunction", longest, payload, DateTimeOffset.UnixEpoch), Token);
        return queue.Sent.ShouldNotBeNull();
    }

    private static byte[] Unpacked(SendMessageRequest request)
    {
        if (request.MessageAttributes["encoding"].StringValue == "text")
            return Encoding.UTF8.GetBytes(request.MessageBody);
        using var gzip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(request.MessageBody)), CompressionMode.Decompress);
        using var payload = new MemoryStream();
        gzip.CopyTo(payload);
        return payload.ToArray();
    }

    private static int SizeOf(SendMessageRequest request) =>
        Encoding.UTF8.GetByteCount(request.MessageBody) + request.MessageAttributes.Sum(each =>
            Encoding.UTF8.GetByteCount(each.Key) + Encoding.UTF8.GetByteCount(each.Value.DataType)
            + Encoding.UTF8.GetByteCount(each.Value.StringValue));

    private sealed class RecordingQueue() : AmazonSQSClient(
        new BasicAWSCredentials("local", "local"), new AmazonSQSConfig { ServiceURL = "https://sqs.example" })
    {
        public SendMessageRequest? Sent { get; private set; }

        public override Task<SendMessageResponse> SendMessageAsync(
            SendMessageRequest request, CancellationToken cancellationToken = default)
        {
            Sent = request;
            return Task.FromResult(new SendMessageResponse());
        }
    }
}
