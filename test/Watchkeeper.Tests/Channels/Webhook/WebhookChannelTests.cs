using System.Text;
using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Webhook;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Webhook;

public sealed class WebhookChannelTests
{
    private static readonly JsonSchemaCheck Schema =
        new(File.ReadAllText(Repository.PathOf("src/Watchkeeper/Notification/message.schema.json")));

    [Theory]
    [InlineData(Locale.English, "[HIGH] Opened: ")]
    [InlineData(Locale.Chinese, "【高】发生：")]
    public void The_body_is_the_message_as_JSON_byte_for_byte(Locale locale, string headline)
    {
        var message = ChannelSamples.Message(ChannelSamples.Opened, locale);

        var call = Create(message);

        call.Url.ShouldBe("https://hook.example/secret");
        Encoding.UTF8.GetString(call.Body!).ShouldBe(message.Json);
        call.Json().GetProperty("headline").GetString().ShouldStartWith(headline);
    }

    [Fact]
    public void Each_attempt_has_the_same_id_and_its_own_time_and_signature()
    {
        var delivery = Delivery(ChannelSamples.Message(ChannelSamples.Opened));

        var (first, second) = (Headers(delivery), Headers(delivery with { At = delivery.At.AddMinutes(5) }));

        first["webhook-id"].ShouldBe(delivery.Key);
        second["webhook-id"].ShouldBe(delivery.Key);
        first["webhook-timestamp"].ShouldBe("1795504988");
        second["webhook-timestamp"].ShouldBe("1795505288");
        second["webhook-signature"].ShouldNotBe(first["webhook-signature"]);
    }

    [Fact]
    public void A_message_that_fits_exactly_is_whole_and_a_larger_one_says_so_and_names_the_incident()
    {
        var message = ChannelSamples.Message(ChannelSamples.Opened, Locale.Chinese);
        var whole = Encoding.UTF8.GetBytes(message.Json);

        WebhookBody.Create(message, whole.Length + 1).ShouldBe(whole);
        WebhookBody.Create(message, whole.Length).ShouldBe(whole);
        var cut = Encoding.UTF8.GetString(WebhookBody.Create(message, whole.Length - 1));
        cut.ShouldBe(
            $$"""{"schema":1,"truncated":true,"incident":"{{ChannelSamples.Incident}}","headline":"{{message.Headline}}"}""");
        Schema.Errors(cut).ShouldBeEmpty();
    }

    [Fact]
    public void Hostile_text_fits_the_schema_and_the_limit_and_no_header_holds_it()
    {
        foreach (var text in ChannelSamples.HostileTexts)
        {
            foreach (var entry in ChannelSamples.Hostile(text))
            {
                var call = Create(ChannelSamples.Message(entry));

                call.Body!.Length.ShouldBeLessThanOrEqualTo(WebhookBody.MaxBody);
                Schema.Errors(Encoding.UTF8.GetString(call.Body)).ShouldBeEmpty();
                call.Headers.Select(header => header.Key)
                    .ShouldBe(["webhook-id", "webhook-timestamp", "webhook-signature"]);
                call.Headers[0].Value.ShouldBe("0123456789abcdef0123456789abcdef");
            }
        }
    }

    private static HttpCall Create(Message message) =>
        new WebhookChannel().Create(Delivery(message));

    private static HttpDelivery Delivery(Message message) =>
        ChannelSamples.Delivery(
            ChannelKind.Webhook, message, settings: ("signing_secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    private static Dictionary<string, string> Headers(HttpDelivery delivery) => new WebhookChannel().Create(delivery).Headers
        .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
}
