using System.Text;
using System.Text.Json;
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

/// <summary>What phones and devices get, as it arrived at moto; what moto does not keep, as it went over the wire.</summary>
public sealed class PhoneAndDeviceTests(MotoFixture moto) : IDisposable
{
    private const string Phone = "+4915112345678";

    // «Publishing Amazon SNS notifications with platform-specific payloads»: APNs and FCM take 4 KB.
    private const int MaxPayload = 4096;

    private readonly AmazonSimpleNotificationServiceClient sns = new(
        Emulated.Credentials,
        new AmazonSimpleNotificationServiceConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => sns.Dispose();

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public async Task A_phone_gets_the_short_text_alone(Locale locale)
    {
        var message = Sample(locale);

        var id = await SendAsync(ChannelKind.Sms, Phone, message);

        var sms = await FindAsync("SMS", each => each.GetProperty("message_id").GetString() == id);
        (sms.GetProperty("phone_number").GetString(), sms.GetProperty("message").GetString()).ShouldBe((Phone, message.Sms));
    }

    /// <summary>«Publish», «Sending SMS messages»: transactional ones are delivered first, and at any hour.</summary>
    [Fact]
    public async Task A_phone_gets_a_transactional_SMS_without_subject_and_structure()
    {
        await using var server = new SmallServer(new SmallServer.Answer(
            200, "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"));
        using var client = new AmazonSimpleNotificationServiceClient(
            Emulated.Credentials,
            new AmazonSimpleNotificationServiceConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region });

        await new SnsChannel(client, kind: ChannelKind.Sms)
            .SendAsync(new Channel(ChannelKind.Sms, Phone), Sample(Locale.Chinese), "key", Cancel);

        var body = server.Requests.Single().Body;
        body.ShouldContain(
            "MessageAttributes.entry.1.Name=AWS.SNS.SMS.SMSType&MessageAttributes.entry.1.Value.DataType=String"
            + "&MessageAttributes.entry.1.Value.StringValue=Transactional");
        foreach (var other in (string[])["Subject=", "MessageStructure=", "TopicArn=", "TargetArn="])
            body.ShouldNotContain(other);
    }

    [Theory]
    [InlineData("APNS")]
    [InlineData("APNS_SANDBOX")]
    [InlineData("GCM")]
    public async Task A_device_gets_the_payload_of_its_platform(string platform)
    {
        var endpoint = await CreateEndpointAsync(platform);
        var message = Sample(Locale.Chinese);

        var id = await SendAsync(ChannelKind.Push, endpoint, message);

        var device = await FindAsync("PlatformEndpoint", each => each.GetProperty("arn").GetString() == endpoint);
        using var body = JsonDocument.Parse(device.GetProperty("messages").GetProperty(id).GetString()!);
        body.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["default", "application", "APNS", "APNS_SANDBOX", "GCM"]);
        body.RootElement.GetProperty("default").GetString().ShouldBe(message.Sms);
        var payload = body.RootElement.GetProperty(platform).GetString()!;
        Encoding.UTF8.GetByteCount(payload).ShouldBeLessThanOrEqualTo(MaxPayload);
        using var json = JsonDocument.Parse(payload);
        var shown = platform is "GCM"
            ? json.RootElement.GetProperty("fcmV1Message").GetProperty("message").GetProperty("notification")
            : json.RootElement.GetProperty("aps").GetProperty("alert");
        (shown.GetProperty("title").GetString(), shown.GetProperty("body").GetString()).ShouldBe((message.Headline, message.Push));
    }

    [Fact]
    public async Task A_device_that_is_gone_is_given_up()
    {
        var gone = $"arn:aws:sns:{Emulated.Region}:{Emulated.Account}:endpoint/GCM/shop/00000000-0000-0000-0000-000000000000";

        (await new SnsChannel(sns, kind: ChannelKind.Push)
            .SendAsync(new Channel(ChannelKind.Push, gone), Sample(Locale.English), "key", Cancel))
            .ShouldBeOfType<SendResult.GiveUp>();
    }

    /// <summary>«EndpointDisabled»: the platform told SNS that the app was removed, or its token has changed.</summary>
    [Fact]
    public async Task A_device_that_its_platform_no_longer_knows_is_given_up()
    {
        var endpoint = await CreateEndpointAsync("GCM");
        await moto.QueryAsync(
            "sns", "SetEndpointAttributes", null, ("EndpointArn", endpoint), ("Attributes.entry.1.key", "Enabled"),
            ("Attributes.entry.1.value", "false"));

        (await new SnsChannel(sns, kind: ChannelKind.Push)
            .SendAsync(new Channel(ChannelKind.Push, endpoint), Sample(Locale.English), "key", Cancel))
            .ShouldBeOfType<SendResult.GiveUp>().Reason.ShouldStartWith("EndpointDisabled: the endpoint is disabled");
    }

    private static Message Sample(Locale locale) => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), locale);

    private async Task<string> SendAsync(ChannelKind kind, string address, Message message) =>
        (await new SnsChannel(sns, kind: kind).SendAsync(new Channel(kind, address), message, "key", Cancel))
            .ShouldBeOfType<SendResult.Sent>().MessageId;

    private async Task<JsonElement> FindAsync(string type, Func<JsonElement, bool> isWanted)
    {
        using var data = JsonDocument.Parse(await moto.ReadDataAsync(Cancel));
        return data.RootElement.GetProperty("sns").GetProperty(type).EnumerateArray().Single(isWanted).Clone();
    }

    private async Task<string> CreateEndpointAsync(string platform)
    {
        var application = await moto.QueryAsync(
            "sns", "CreatePlatformApplication", "PlatformApplicationArn", ("Name", $"shop-{Guid.NewGuid():N}"),
            ("Platform", platform), ("Attributes.entry.1.key", "PlatformCredential"), ("Attributes.entry.1.value", "key"));
        return await moto.QueryAsync(
            "sns", "CreatePlatformEndpoint", "EndpointArn", ("PlatformApplicationArn", application), ("Token", "device-1"));
    }
}
