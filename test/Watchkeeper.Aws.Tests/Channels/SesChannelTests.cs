using System.Text;
using System.Text.Json;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using MimeKit;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Packages.Tests.Clients;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;
using Message = Watchkeeper.Notification.Rendering.Message;

namespace Watchkeeper.Aws.Tests.Channels;

public sealed class SesChannelTests(MotoFixture moto) : IDisposable
{
    private static readonly Channel Ops = new(ChannelKind.Mail, "ops@shop.example");

    private readonly AmazonSimpleEmailServiceClient ses = new(
        Emulated.Credentials,
        new AmazonSimpleEmailServiceConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => ses.Dispose();

    [Fact]
    public async Task A_mail_goes_out_with_its_subject_in_any_language()
    {
        await moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", "channel@shop.example"));
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese);

        var result = await new SesChannel(ses, "channel@shop.example").SendAsync(Ops, message, "key", Cancel);

        var id = result.ShouldBeOfType<SendResult.Sent>().MessageId;
        using var sent = await SentAsync(id);
        sent.Subject.ShouldBe(message.Subject);
        sent.To.Mailboxes.Single().Address.ShouldBe("ops@shop.example");
    }

    [Fact]
    public async Task The_mails_of_an_incident_are_one_conversation_although_SES_replaces_their_ids()
    {
        await moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", "channel@shop.example"));
        var channel = new SesChannel(ses, "channel@shop.example");
        var opened = (await channel.SendAsync(Ops, Sample, "1", Cancel)).ShouldBeOfType<SendResult.Sent>().MessageId;
        var resolved = MessageRenderer.Render(SampleEntries.Create(Transition.Resolved, minutes: 20), Locale.English);
        resolved = resolved with { Subject = Sample.Subject, Thread = resolved.Thread with { Root = opened } };

        var later = (await channel.SendAsync(Ops, resolved, "2", Cancel)).ShouldBeOfType<SendResult.Sent>().MessageId;

        using var first = await SentAsync(opened);
        using var second = await SentAsync(later);
        first.MessageId = $"{opened}@eu-central-1.amazonses.com";
        second.MessageId = $"{later}@eu-central-1.amazonses.com";
        second.InReplyTo.ShouldBe(first.MessageId);
        MailConversation.IsOne(first, second).ShouldBeTrue();
    }

    [Fact]
    public async Task A_sender_that_is_not_verified_is_given_up()
    {
        var result = await new SesChannel(ses, "nobody@shop.example").SendAsync(Ops, Sample, "key", Cancel);

        // AWS's own words, which name the identity, stand in ChannelErrorTests.
        result.ShouldBeOfType<SendResult.GiveUp>().Reason.ShouldStartWith("MessageRejected: ");
    }

    [Fact]
    public async Task An_invalid_recipient_is_given_up_and_not_repeated()
    {
        await moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", "channel@shop.example"));

        var result = await new SesChannel(ses, "channel@shop.example")
            .SendAsync(Ops with { Address = "no-address" }, Sample, "key", Cancel);

        result.ShouldBe(new SendResult.GiveUp("the recipient's address is malformed"));
    }

    [Fact]
    public async Task An_invalid_sender_is_given_up_and_not_repeated() =>
        (await new SesChannel(ses, "watchkeeper").SendAsync(Ops, Sample, "key", Cancel))
            .ShouldBe(new SendResult.GiveUp("the sender's address is malformed"));

    [Fact]
    public void Both_forms_are_sent_if_they_fit()
    {
        var request = From(Sample);

        request.Source.ShouldBe("a@shop.example");
        request.Destinations.ShouldBe(["b@shop.example"]);
        request.ConfigurationSetName.ShouldBe("set");
        using var mail = MimeMessage.Load(request.RawMessage.Data, Cancel);
        Lines(mail.TextBody).ShouldBe(Sample.Text);
        Lines(mail.HtmlBody).ShouldBe(Sample.Html);
    }

    [Fact]
    public void The_tags_of_a_mail_lead_to_its_row_of_the_send_log() =>
        From(Sample with { Receiver = "shop_运维" })
            .Tags.Select(tag => (tag.Name, tag.Value)).ShouldBe(
            [
                ("watchkeeper-incident", SampleEntries.Create(Transition.Opened).Incident.Id),
                ("watchkeeper-notice", "T_230000000007"),
                ("watchkeeper-delivery", "0f1e"),
                ("watchkeeper-severity", "high"),
                ("watchkeeper-transition", "opened"),
                ("watchkeeper-receiver", "shop_5F_E8_BF_90_E7_BB_B4"),
            ]);

    /// <summary>«MessageTag» of the API: letters, digits, «_» and «-», 1 to 256 of them; one wrong tag costs the mail.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\r\n\0<b>&\"'\u202e🔥")]
    [InlineData("运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维运维")]
    public void No_text_makes_a_tag_that_SES_refuses(string text)
    {
        var reaction = MessageRenderer.Render(SampleEntries.Create(ReactionStatus.Failed), Locale.English);

        var tags = From(reaction with { Receiver = text, Attributes = reaction.Attributes.With("severity", text) }).Tags;

        tags.Count.ShouldBeInRange(3, 5);
        foreach (var tag in tags)
            tag.Value.ShouldMatch("^[A-Za-z0-9_-]{1,256}$");
    }

    /// <summary>RFC 2919; what reached moto is what a mail program reads.</summary>
    [Theory]
    [InlineData("orders", "\"orders\" <orders.watchkeeper.shop.example>")]
    [InlineData("", null)]
    public async Task Mail_programs_can_sort_by_the_receiver(string receiver, string? expected)
    {
        await moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", "channel@shop.example"));

        var result = await new SesChannel(ses, "channel@shop.example")
            .SendAsync(Ops, Sample with { Receiver = receiver }, "key", Cancel);

        using var sent = await SentAsync(result.ShouldBeOfType<SendResult.Sent>().MessageId);
        sent.Headers["List-Id"].ShouldBe(expected);
        sent.Headers["Thread-Topic"].ShouldBe(Sample.Subject);
        sent.Headers["Thread-Index"].ShouldNotBeNullOrEmpty();
        sent.References.ShouldContain(id => id.EndsWith("@shop.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Configuration_set_and_tags_are_sent()
    {
        await using var server = new SmallServer(new SmallServer.Answer(
            200, "<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>"));
        using var client = new AmazonSimpleEmailServiceClient(
            Emulated.Credentials,
            new AmazonSimpleEmailServiceConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region });

        (await new SesChannel(client, "a@shop.example", "set").SendAsync(Ops, Sample, "0f1e", Cancel))
            .ShouldBe(new SendResult.Sent("m-1"));

        var body = server.Requests.Single().Body;
        body.ShouldContain("ConfigurationSetName=set");
        body.ShouldContain("Tags.member.2.Name=watchkeeper-notice&Tags.member.2.Value=T_230000000007");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void HTML_is_omitted_if_both_forms_are_too_large(int above, bool hasHtml)
    {
        var message = Sample with { Html = new string('x', SesMail.SizeLimit - (int)EncodedPart.Size(Sample.Text) + above) };

        using var mail = MimeMessage.Load(From(message).RawMessage.Data, Cancel);

        (mail.HtmlBody is not null).ShouldBe(hasHtml);
        Lines(mail.TextBody).ShouldBe(Sample.Text);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Text_that_is_too_large_shows_that_it_was_cut(int above, bool isCut)
    {
        var message = Sample with { Text = new string('x', SesMail.SizeLimit + above) };

        using var mail = MimeMessage.Load(From(message).RawMessage.Data, Cancel);

        var text = Lines(mail.TextBody);
        EncodedPart.Size(text).ShouldBe(SesMail.SizeLimit);
        text.EndsWith("(shortened: SES takes 10 MB)\n", StringComparison.Ordinal).ShouldBe(isCut);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("=")]
    [InlineData("\n")]
    [InlineData("警")]
    public void The_largest_mail_is_below_the_quota_of_SES_whatever_its_letters_are(string letter)
    {
        var half = string.Concat(Enumerable.Repeat(letter, SesMail.SizeLimit / 2 / (int)EncodedPart.Size(letter)));

        From(Sample with { Text = half, Html = half }).RawMessage.Data.Length.ShouldBeLessThan(10_000_000);
    }

    private static SendRawEmailRequest From(Message message) => SesMail.From(
        message, new Mailbox("Watchkeeper", "a@shop.example"), new Mailbox("", "b@shop.example"), null, "set", "0f1e");

    private static string Lines(string? body) => body!.Replace("\r\n", "\n", StringComparison.Ordinal);

    private async Task<MimeMessage> SentAsync(string id)
    {
        using var data = JsonDocument.Parse(await moto.ReadDataAsync(Cancel));
        var sent = data.RootElement.GetProperty("ses").GetProperty("RawMessage").EnumerateArray()
            .Single(mail => mail.GetProperty("id").GetString() == id);
        return await MimeMessage.LoadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(sent.GetProperty("raw_data").GetString()!)), Cancel);
    }

    private static Message Sample => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);
}
