using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Functions.Tests.Webhooks;

public sealed class HttpMessageChannelTests
{
    [Fact]
    public async Task A_local_server_learns_the_delivery_and_is_not_paced()
    {
        var (channel, receiver) = Create(isLocal: true);

        (await SendAsync(channel)).ShouldBe(new SendResult.Sent("ok"));

        channel.Pace.ShouldBeNull();
        receiver.Deliveries.ShouldBe(["the key"]);
    }

    [Fact]
    public async Task A_real_receiver_is_paced_and_learns_nothing_of_ours()
    {
        var (channel, receiver) = Create(isLocal: false);

        (await SendAsync(channel)).ShouldBe(new SendResult.Sent("ok"));

        channel.Pace.ShouldNotBeNull();
        receiver.Deliveries.ShouldBe([null]);
    }

    private static (HttpMessageChannel Channel, Receiver Receiver) Create(bool isLocal)
    {
        var receiver = new Receiver();
        var time = new FakeTimeProvider(SampleEntries.Began);
        var slack = ChannelCatalogue.All.Single(each => each.Kind is ChannelKind.Slack);
        var client = new Lazy<WebhookClient>(() => new WebhookClient(receiver, time));
        return (new HttpMessageChannel(slack, client, time) { IsLocal = isLocal }, receiver);
    }

    private static Task<SendResult> SendAsync(HttpMessageChannel channel) => channel.SendAsync(
        new Channel(ChannelKind.Slack, "https://hooks.slack.com/services/EXAMPLE"),
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English), "the key",
        TestContext.Current.CancellationToken);

    private sealed class Receiver : HttpMessageHandler
    {
        public List<string?> Deliveries { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Deliveries.Add(request.Headers.TryGetValues(HttpMessageChannel.DeliveryHeader, out var keys) ? keys.Single() : null);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("ok") });
        }
    }
}
