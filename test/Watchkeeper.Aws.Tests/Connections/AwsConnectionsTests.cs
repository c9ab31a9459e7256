using System.Net;
using System.Net.Sockets;
using Amazon.SimpleNotificationService;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Packages.Tests.Clients;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Connections;

public sealed class AwsConnectionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_never_answers_is_given_up_in_time()
    {
        await using var server = new SmallServer(SmallServer.Answer.Never);
        using var connections = new AwsConnections(TrustStore.System, TimeSpan.FromMilliseconds(50));
        using var sns = new AmazonSimpleNotificationServiceClient(
            Emulated.Credentials,
            connections.Configure(
                new AmazonSimpleNotificationServiceConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region }));

        var result = await new SnsChannel(sns).SendAsync(
            new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people"),
            MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English),
            "key",
            Cancel);

        result.ShouldBeOfType<SendResult.Retry>().Reason.ShouldBe("no answer in time; it may have been sent");
    }

    [Fact]
    public async Task A_service_that_falls_silent_in_the_middle_of_an_answer_is_given_up_in_time()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        using var connections = new AwsConnections(TrustStore.System, TimeSpan.FromMilliseconds(50));
        var config = connections.Configure(
            new AmazonSimpleNotificationServiceConfig { ServiceURL = address, AuthenticationRegion = Emulated.Region });
        config.MaxErrorRetry = 0;
        using var sns = new AmazonSimpleNotificationServiceClient(Emulated.Credentials, config);

        var publishing = sns.PublishAsync("arn:aws:sns:eu-central-1:123456789012:people", "text", Cancel);
        using var client = await listener.AcceptTcpClientAsync(Cancel);
        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<PublishResponse"u8.ToArray(), Cancel);

        (await Should.ThrowAsync<Exception>(publishing)).ShouldSatisfyAllConditions(
            fault => AwsErrors.AreAnswers(fault, Cancel).ShouldBeTrue(),
            fault => AwsErrors.Explain(fault, _ => null).ShouldBeOfType<SendResult.Retry>());
    }

    [Fact]
    public async Task A_refused_connection_is_reported_with_its_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        listener.Stop();
        using var connections = new AwsConnections(TrustStore.System);
        var config = connections.Configure(
            new AmazonSimpleNotificationServiceConfig { ServiceURL = address, AuthenticationRegion = Emulated.Region });
        config.MaxErrorRetry = 0;
        using var sns = new AmazonSimpleNotificationServiceClient(Emulated.Credentials, config);

        var fault = await Should.ThrowAsync<HttpRequestException>(
            sns.PublishAsync("arn:aws:sns:eu-central-1:123456789012:people", "text", Cancel));

        fault.Message.ShouldStartWith($"No service answers at {address}: ");
        AwsErrors.Explain(fault, _ => null)
            .ShouldBeOfType<SendResult.Retry>().Reason.ShouldBe("no connection to the service: ConnectionError");
    }
}
