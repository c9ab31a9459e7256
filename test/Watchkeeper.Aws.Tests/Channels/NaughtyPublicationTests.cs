using System.Text;
using System.Text.Json;
using MimeKit;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing.Npm;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

/// <summary>
/// Every string of the big list of naughty strings in each field that an event fills, in publications of SNS and mails of SES:
/// they are well formed and within the limits, name the incident, and have the parts that they have with tame text.
/// </summary>
public sealed class NaughtyPublicationTests
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:watchkeeper";

    private static readonly string[] PushNames =
    [
        "aps", "alert", "title", "body", "thread-id",
        "fcmV1Message", "message", "notification", "title", "body", "data", "incident",
    ];

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void A_publication_is_well_formed_for_each_protocol(Locale locale)
    {
        foreach (var (entry, _) in ChannelPackages.NaughtyStrings.SelectMany(HostileEntries.Together))
        {
            var message = MessageRenderer.Render(entry, SampleAlarms.DryRun(locale));

            var request = SnsPublication.From(message, Topic, "key").ToRequest();

            request.Subject.Length.ShouldBeInRange(1, 99);
            request.Subject.ShouldAllBe(sign => sign >= ' ' && sign <= '~');
            Encoding.UTF8.GetByteCount(request.Message).ShouldBeLessThan(SnsPublication.SizeLimit);
            using var body = JsonDocument.Parse(request.Message);
            var forms = body.RootElement.EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);
            foreach (var form in (string[])["default", "email", "https", "GCM", "APNS"])
                forms[form].ShouldContain(entry.Incident.Id, customMessage: form);
            Names(forms["APNS"]).Concat(Names(forms["GCM"])).ShouldBe(PushNames);
            Math.Max(Encoding.UTF8.GetByteCount(forms["APNS"]), Encoding.UTF8.GetByteCount(forms["GCM"])).ShouldBeLessThan(4096);
            request.MessageAttributes.Values.ShouldAllBe(value => value.StringValue.Length > 0);
        }
    }

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void A_mail_has_the_headers_and_parts_that_it_has_with_tame_text(Locale locale)
    {
        foreach (var (hostile, tame) in ChannelPackages.NaughtyStrings.SelectMany(HostileEntries.Together))
        {
            var message = MessageRenderer.Render(hostile, SampleAlarms.DryRun(locale));
            using var mail = Read(message);
            using var usual = Read(MessageRenderer.Render(tame, SampleAlarms.DryRun(locale)));

            mail.Headers.Select(header => header.Field).ShouldBe(usual.Headers.Select(header => header.Field));
            mail.BodyParts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
            mail.Subject.ShouldBe(message.Subject);
            mail.To.ToString().ShouldBe("b@shop.example");
            Lines(mail.TextBody).ShouldBe(message.Text);
            Lines(mail.HtmlBody).ShouldBe(message.Html);
            mail.TextBody!.ShouldContain(hostile.Incident.Id);
        }
    }

    private static MimeMessage Read(Message message) => MimeMessage.Load(SesMail.From(
        message with { Receiver = message.Subject }, new Mailbox("Watchkeeper", "a@shop.example"),
        new Mailbox("", "b@shop.example"), "root@eu-central-1.amazonses.com", "set", "0f1e").RawMessage.Data, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Names(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. NamesOf(document.RootElement)];
    }

    private static IEnumerable<string> NamesOf(JsonElement json) => json.ValueKind is JsonValueKind.Object
        ? json.EnumerateObject().SelectMany(member => NamesOf(member.Value).Prepend(member.Name))
        : [];

    private static string Lines(string? body) => body!.Replace("\r\n", "\n", StringComparison.Ordinal);
}
