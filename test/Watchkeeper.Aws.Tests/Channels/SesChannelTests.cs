using System.Text;
using System.Text.Json;
using Amazon.SimpleEmail;
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
        using var data = JsonDocument.Parse(await moto.ReadDataAsync(Cancel));
        var sent = data.RootElement.GetProperty("ses").GetProperty("Message").EnumerateArray()
            .Single(mail => mail.GetProperty("id").GetString() == id);
        sent.GetProperty("subject").GetString().ShouldBe("【高】发生：order-cpu");
        sent.GetProperty("destinations").GetProperty("ToAddresses")[0].GetString().ShouldBe("ops@shop.example");
    }

    [Fact]
    public async Task A_sender_that_is_not_verified_is_given_up_with_what_to_do()
    {
        var result = await new SesChannel(ses, "nobody@shop.example").SendAsync(Ops, Sample, "key", Cancel);

        result.ShouldBe(new SendResult.GiveUp(
            "MessageRejected: the sender nobody@shop.example is not verified in this region: confirm the mail "
                + "that SES sent to it, or publish its domain's DKIM records; while SES is in its sandbox there, every "
                + "recipient must be verified too"));
    }

    [Fact]
    public async Task An_invalid_recipient_is_given_up_and_not_repeated()
    {
        await moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", "channel@shop.example"));

        var result = await new SesChannel(ses, "channel@shop.example")
            .SendAsync(Ops with { Address = "no-address" }, Sample, "key", Cancel);

        result.ShouldBe(new SendResult.GiveUp("InvalidParameterValue: an address or another value is malformed"));
    }

    [Fact]
    public void Both_forms_are_sent_if_they_fit()
    {
        var request = SesMail.From(Sample, "a@shop.example", "b@shop.example", "set", "key");

        request.Source.ShouldBe("a@shop.example");
        request.Destination.ToAddresses.ShouldBe(["b@shop.example"]);
        request.ConfigurationSetName.ShouldBe("set");
        request.Message.Body.Text.Data.ShouldBe(Sample.Text);
        request.Message.Body.Html.Data.ShouldBe(Sample.Html);
        request.Message.Body.Html.Charset.ShouldBe("UTF-8");
    }

    [Fact]
    public void The_tags_of_a_mail_lead_to_its_row_of_the_send_log() =>
        SesMail.From(Sample, "a@shop.example", "b@shop.example", "set", "0f1e")
            .Tags.Select(tag => (tag.Name, tag.Value)).ShouldBe(
            [
                ("watchkeeper-incident", SampleEntries.Create(Transition.Opened).Incident.Id),
                ("watchkeeper-notice", "T_230000000007"),
                ("watchkeeper-delivery", "0f1e"),
            ]);

    [Fact]
    public async Task Configuration_set_and_tags_are_sent()
    {
        await using var server = new SmallServer(new SmallServer.Answer(
            200, "<SendEmailResponse><SendEmailResult><MessageId>m-1</MessageId></SendEmailResult></SendEmailResponse>"));
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
        var message = Sample with { Html = new string('x', SesMail.SizeLimit - Encoding.UTF8.GetByteCount(Sample.Text) + above) };

        var body = SesMail.From(message, "a@shop.example", "b@shop.example", null, "key").Message.Body;

        (body.Html is not null).ShouldBe(hasHtml);
        body.Text.Data.ShouldBe(Sample.Text);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Text_that_is_too_large_shows_that_it_was_cut(int above, bool isCut)
    {
        var message = Sample with { Text = new string('x', SesMail.SizeLimit + above) };

        var text = SesMail.From(message, "a@shop.example", "b@shop.example", null, "key").Message.Body.Text.Data;

        Encoding.UTF8.GetByteCount(text).ShouldBe(SesMail.SizeLimit);
        text.EndsWith("(shortened: SES takes 10 MB)\n", StringComparison.Ordinal).ShouldBe(isCut);
    }

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_subject_from_elsewhere_has_no_line_break(string name)
    {
        var subject = SesMail.From(
            Sample with { Subject = HostileText.Get(name) }, "a@shop.example", "b@shop.example", null, "key")
            .Message.Subject.Data;

        subject.Any(char.IsControl).ShouldBeFalse();
    }

    private static Message Sample => MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);
}
