using System.Text.Json;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
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
using Message = Watchkeeper.Notification.Rendering.Message;

namespace Watchkeeper.Aws.Tests.Channels;

public sealed class SnsChannelTests(MotoFixture moto) : IDisposable
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
    [InlineData(Locale.English, "[HIGH] Opened: order-cpu")]
    [InlineData(Locale.Chinese, "[HIGH] Opened: order-cpu")]
    public async Task A_machine_gets_the_JSON_and_its_filter_attributes(Locale locale, string subject)
    {
        var (topic, queue) = await moto.CreateTopicAsync($"channel-{locale}", raw: false);
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), locale);

        var result = await new SnsChannel(sns).SendAsync(new Channel(ChannelKind.Sns, topic), message, "key", Cancel);

        result.ShouldBeOfType<SendResult.Sent>().MessageId.ShouldNotBeNullOrEmpty();
        var arrived = (await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(queue) { WaitTimeSeconds = 5 }, Cancel)).Messages.ShouldHaveSingleItem();
        using var envelope = JsonDocument.Parse(arrived.Body);
        envelope.RootElement.GetProperty("Message").GetString().ShouldBe(message.Json);
        envelope.RootElement.GetProperty("Subject").GetString().ShouldBe(subject);
        var attributes = envelope.RootElement.GetProperty("MessageAttributes");
        attributes.GetProperty("severity").GetProperty("Value").GetString().ShouldBe("high");
        attributes.GetProperty("transition").GetProperty("Value").GetString().ShouldBe("opened");
    }

    [Fact]
    public async Task A_message_of_the_largest_size_arrives()
    {
        var (topic, queue) = await moto.CreateTopicAsync("channel-largest", raw: false);
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese) with
        {
            Text = new string('警', 300_000),
        };

        var result = await new SnsChannel(sns).SendAsync(new Channel(ChannelKind.Sns, topic), message, "key", Cancel);

        result.ShouldBeOfType<SendResult.Sent>();
        (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(queue) { WaitTimeSeconds = 5 }, Cancel))
            .Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_missing_topic_is_given_up()
    {
        var missing = new Channel(ChannelKind.Sns, $"arn:aws:sns:{Emulated.Region}:{Emulated.Account}:missing");

        var result = await new SnsChannel(sns).SendAsync(missing, Sample, "key", Cancel);

        result.ShouldBe(new SendResult.GiveUp("NotFound: the topic does not exist; check its ARN and region"));
    }

    private static Message Sample => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);
}
