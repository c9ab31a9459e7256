using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class SesTests(MotoFixture moto) : IDisposable
{
    private readonly AmazonSimpleEmailServiceClient ses = new(
        Emulated.Credentials,
        new AmazonSimpleEmailServiceConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => ses.Dispose();

    [Fact]
    public async Task A_mail_is_sent_as_it_was_written()
    {
        await VerifyAsync("sender@shop.example");

        var sent = await ses.SendEmailAsync(
            new SendEmailRequest
            {
                Source = "sender@shop.example",
                Destination = new()
                {
                    ToAddresses = ["a@ops.example", "b@ops.example"],
                    CcAddresses = ["c@ops.example"],
                    BccAddresses = ["d@ops.example"],
                },
                Message = new()
                {
                    Subject = new() { Charset = "UTF-8", Data = "订单 & payment: 100 % = trouble?" },
                    Body = new()
                    {
                        Text = new() { Charset = "UTF-8", Data = "first\r\nsecond & third" },
                        Html = new() { Charset = "UTF-8", Data = "<p>first &amp; second</p>" },
                    },
                },
                ReplyToAddresses = ["answers@ops.example"],
            },
            Cancel);

        sent.MessageId.ShouldNotBeNullOrEmpty();
        sent.ResponseMetadata.RequestId.ShouldNotBeNullOrEmpty();
        var message = await FindAsync("Message", found => found.GetProperty("id").GetString() == sent.MessageId);
        message.GetProperty("subject").GetString().ShouldBe("订单 & payment: 100 % = trouble?");
        message.GetProperty("destinations").GetProperty("ToAddresses").EnumerateArray().Select(to => to.GetString())
            .ShouldBe(["a@ops.example", "b@ops.example"]);
        message.GetProperty("destinations").GetProperty("BccAddresses")[0].GetString().ShouldBe("d@ops.example");
    }

    [Fact]
    public async Task A_whole_message_is_sent_byte_for_byte()
    {
        await VerifyAsync("raw@shop.example");
        var text = "From: raw@shop.example\r\nTo: a@ops.example\r\nSubject: =?utf-8?B?6K2m5oql?=\r\n\r\nbody + & = %\r\n";

        var sent = await ses.SendRawEmailAsync(
            new SendRawEmailRequest
            {
                RawMessage = new() { Data = new MemoryStream(Encoding.UTF8.GetBytes(text)) },
                Destinations = ["a@ops.example"],
            },
            Cancel);

        var message = await FindAsync("RawMessage", found => found.GetProperty("id").GetString() == sent.MessageId);
        message.GetProperty("raw_data").GetString()!.ReplaceLineEndings("\n").Trim()
            .ShouldBe(text.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task A_sender_that_is_not_verified_is_a_typed_exception()
    {
        var request = new SendEmailRequest
        {
            Source = "stranger@elsewhere.example",
            Destination = new() { ToAddresses = ["a@ops.example"] },
            Message = new() { Subject = new() { Data = "s" }, Body = new() { Text = new() { Data = "t" } } },
        };

        var failure = await Should.ThrowAsync<MessageRejectedException>(ses.SendEmailAsync(request, Cancel));

        failure.ErrorCode.ShouldBe("MessageRejected");
        failure.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        failure.Message.ShouldContain("not verified");
    }

    [Theory]
    [InlineData("AccountSendingPausedException", typeof(AccountSendingPausedException))]
    [InlineData("ConfigurationSetDoesNotExist", typeof(ConfigurationSetDoesNotExistException))]
    [InlineData("ConfigurationSetSendingPausedException", typeof(ConfigurationSetSendingPausedException))]
    [InlineData("MailFromDomainNotVerifiedException", typeof(MailFromDomainNotVerifiedException))]
    [InlineData("MessageRejected", typeof(MessageRejectedException))]
    [InlineData("AccessDenied", typeof(AmazonSimpleEmailServiceException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(400, code));
        using var ses = Client(server);

        var sending = Should.ThrowAsync<AmazonSimpleEmailServiceException>(ses.SendEmailAsync(new SendEmailRequest(), Cancel));
        var sendingRaw = Should.ThrowAsync<AmazonSimpleEmailServiceException>(
            ses.SendRawEmailAsync(new SendRawEmailRequest(), Cancel));

        (await sending).ShouldBeOfType(expected);
        (await sendingRaw).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task A_missing_configuration_set_is_named()
    {
        await using var server = new SmallServer(
            SmallServer.Answer.QueryError(
                400, "ConfigurationSetDoesNotExist", "<ConfigurationSetName>alerts &amp; co</ConfigurationSetName>"));
        using var ses = Client(server);

        var failure = await Should.ThrowAsync<ConfigurationSetDoesNotExistException>(
            ses.SendEmailAsync(new SendEmailRequest(), Cancel));

        failure.ConfigurationSetName.ShouldBe("alerts & co");
    }

    [Fact]
    public async Task Every_part_of_a_request_is_written_under_its_name()
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(400, "MessageRejected"));
        using var ses = Client(server);
        var request = new SendEmailRequest
        {
            ConfigurationSetName = "c",
            Destination = new() { ToAddresses = ["t+1@x"], CcAddresses = [] },
            Message = new() { Subject = new() { Data = "" } },
            ReturnPath = "r",
            ReturnPathArn = "ra",
            Source = "s",
            SourceArn = "sa",
            Tags = [new() { Name = "n1", Value = "v1" }, new() { Name = "n2", Value = "v2" }],
        };

        await Should.ThrowAsync<MessageRejectedException>(ses.SendEmailAsync(request, Cancel));

        server.Requests.ShouldHaveSingleItem().Form
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + "=" + pair.Value).ShouldBe(
        [
            "Action=SendEmail", "ConfigurationSetName=c", "Destination.CcAddresses=", "Destination.ToAddresses.member.1=t+1@x",
            "Message.Subject.Data=", "ReturnPath=r", "ReturnPathArn=ra", "Source=s", "SourceArn=sa",
            "Tags.member.1.Name=n1", "Tags.member.1.Value=v1", "Tags.member.2.Name=n2", "Tags.member.2.Value=v2",
            "Version=2010-12-01",
        ]);
    }

    private static AmazonSimpleEmailServiceClient Client(SmallServer server) => new(
        Emulated.Credentials,
        new AmazonSimpleEmailServiceConfig
        {
            ServiceURL = server.Url,
            AuthenticationRegion = Emulated.Region,
            MaxErrorRetry = 0,
        });

    private Task<string> VerifyAsync(string address) =>
        moto.QueryAsync("ses", "VerifyEmailIdentity", null, ("EmailAddress", address));

    private async Task<JsonElement> FindAsync(string kind, Func<JsonElement, bool> matches)
    {
        using var data = JsonDocument.Parse(await moto.ReadDataAsync(Cancel));
        return data.RootElement.GetProperty("ses").GetProperty(kind).EnumerateArray().Single(matches).Clone();
    }
}
