using System.Text.Json;
using System.Xml.Linq;
using Amazon.SimpleNotificationService;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

public sealed class PhoneAndDeviceTests(MotoFixture moto) : IDisposable
{
    private const string Phone = "+4915112345678";

    private readonly AmazonSimpleNotificationServiceClient sns = new(
        Emulated.Credentials,
        new AmazonSimpleNotificationServiceConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => sns.Dispose();

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public async Task A_phone_gets_the_short_text_alone_as_a_transactional_SMS(Locale locale)
    {
        var message = Sample(locale);

        var result = await Channel(ChannelKind.Sms).SendAsync(new Channel(ChannelKind.Sms, Phone), message, "key", Cancel);

        result.ShouldBeOfType<SendResult.Sent>().MessageId.ShouldNotBeNullOrEmpty();
        var request = SnsPublication.For(new Channel(ChannelKind.Sms, Phone), message, "key", null).ToRequest();
        (request.PhoneNumber, request.TopicArn, request.TargetArn).ShouldBe((Phone, null, null));
        (request.Message, request.MessageStructure, request.Subject).ShouldBe((message.Sms, null, null));
        request.MessageAttributes["AWS.SNS.SMS.SMSType"].StringValue.ShouldBe("Transactional");
    }

    [Fact]
    public async Task A_device_gets_the_payload_of_its_platform_and_nothing_for_mails_or_machines()
    {
        var endpoint = await CreateEndpointAsync();
        var message = Sample(Locale.English);

        var result = await Channel(ChannelKind.Push).SendAsync(
            new Channel(ChannelKind.Push, endpoint), message, "key", Cancel);

        result.ShouldBeOfType<SendResult.Sent>().MessageId.ShouldNotBeNullOrEmpty();
        var request = SnsPublication.For(new Channel(ChannelKind.Push, endpoint), message, "key", null).ToRequest();
        (request.TargetArn, request.TopicArn, request.MessageStructure).ShouldBe((endpoint, null, "json"));
        using var body = JsonDocument.Parse(request.Message);
        body.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["default", "application", "APNS", "APNS_SANDBOX", "GCM"]);
        body.RootElement.GetProperty("default").GetString().ShouldBe(message.Sms);
    }

    [Fact]
    public async Task A_device_that_is_gone_is_given_up()
    {
        var gone = $"arn:aws:sns:{Emulated.Region}:{Emulated.Account}:endpoint/GCM/shop/00000000-0000-0000-0000-000000000000";

        (await Channel(ChannelKind.Push).SendAsync(new Channel(ChannelKind.Push, gone), Sample(Locale.English), "key", Cancel))
            .ShouldBeOfType<SendResult.GiveUp>();
    }

    private SnsChannel Channel(ChannelKind kind) => new(sns, kind: kind);

    private static Message Sample(Locale locale) => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), locale);

    private async Task<string> CreateEndpointAsync()
    {
        var application = await CallAsync(
            "CreatePlatformApplication", "PlatformApplicationArn", ("Name", "shop"), ("Platform", "GCM"),
            ("Attributes.entry.1.key", "PlatformCredential"), ("Attributes.entry.1.value", "key"));
        return await CallAsync(
            "CreatePlatformEndpoint", "EndpointArn", ("PlatformApplicationArn", application), ("Token", "device-1"));
    }

    // The stand-in of the SDK publishes alone.
    private async Task<string> CallAsync(string action, string result, params (string Name, string Value)[] parameters)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, moto.ServiceUrl)
        {
            Content = new FormUrlEncodedContent(parameters
                .Append(("Action", action)).Append(("Version", "2010-03-31"))
                .Select(each => KeyValuePair.Create(each.Item1, each.Item2))),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20261130/{Emulated.Region}/sns/aws4_request");
        using var response = await http.SendAsync(request, Cancel);
        var answer = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return answer.Descendants().First(element => element.Name.LocalName == result).Value;
    }
}
