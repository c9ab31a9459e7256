using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Shouldly;
using Watchkeeper.Aws.Timers;
using Xunit;

namespace Watchkeeper.Aws.Tests.Timers;

public sealed class SqsGroupTimersTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly RecordingQueue queue = new();

    public void Dispose() => queue.Dispose();

    [Theory]
    [InlineData(29.3, 30, """{"at":"2026-11-30T12:00:29.3000000Z"}""")]
    [InlineData(-1, 0, """{"at":"2026-11-30T11:59:59.0000000Z"}""")]
    [InlineData(1000, 900, """{"at":"2026-11-30T12:16:40.0000000Z"}""")]
    public async Task A_timer_is_one_message_that_names_its_time(double ahead, int delay, string body)
    {
        await SetAsync(TimeSpan.FromSeconds(ahead));

        var sent = queue.Sent.ShouldHaveSingleItem();
        (sent.QueueUrl, sent.DelaySeconds, sent.MessageBody).ShouldBe(("https://sqs.example/timers", delay, body));
    }

    [Fact]
    public async Task What_lies_far_ahead_costs_no_message()
    {
        await SetAsync(TimeSpan.FromHours(2));

        queue.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_that_refuses_is_told_to_the_caller()
    {
        queue.Refuses = true;

        (await Should.ThrowAsync<AmazonSQSException>(() => SetAsync(TimeSpan.FromSeconds(1)))).Message.ShouldBe("no such queue");
    }

    private Task SetAsync(TimeSpan ahead) =>
        new SqsGroupTimers(new Lazy<IAmazonSQS>(queue), new Uri("https://sqs.example/timers"))
            .SetAsync(Noon + ahead, Noon, TestContext.Current.CancellationToken);

    private sealed class RecordingQueue() : AmazonSQSClient(
        new BasicAWSCredentials("local", "local"), new AmazonSQSConfig { ServiceURL = "https://sqs.example" })
    {
        public List<SendMessageRequest> Sent { get; } = [];

        public bool Refuses { get; set; }

        public override Task<SendMessageResponse> SendMessageAsync(
            SendMessageRequest request, CancellationToken cancellationToken = default)
        {
            if (Refuses)
                throw new AmazonSQSException("no such queue");
            Sent.Add(request);
            return Task.FromResult(new SendMessageResponse());
        }
    }
}
