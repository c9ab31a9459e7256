using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Channels;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class FileChannelsTests : IDisposable
{
    private static readonly Channel Ops = new(ChannelKind.Mail, "ops@shop.example");
    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:watchkeeper");

    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-messages-").FullName;
    private readonly FakeTimeProvider time = new(SampleEntries.Began);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_mail_can_be_opened_by_a_mail_program()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese);

        using var mail = await MimeMessage.LoadAsync(await SendAsync(Ops, message), Cancel);

        mail.Subject.ShouldBe(message.Subject);
        mail.From.ToString().ShouldBe("\"Watchkeeper\" <watchkeeper@localhost>");
        mail.To.ToString().ShouldBe("ops@shop.example");
        mail.Date.ShouldBe(SampleEntries.Began);
        mail.References.ShouldBe(["inc-6924068912ab34cd56ef@localhost"]);
        Lines(mail.TextBody).ShouldBe(message.Text);
        Lines(mail.HtmlBody).ShouldBe(message.Html);
        mail.Body.ShouldBeOfType<MultipartAlternative>().Select(part => part.ContentType.MimeType)
            .ShouldBe(["text/plain", "text/html"]);
    }

    [Fact]
    public async Task The_mails_of_an_incident_are_one_conversation()
    {
        var path = await SendAsync(Ops, Render(SampleEntries.Create(Transition.Opened)), "1");
        var resolved = Render(SampleEntries.Create(Transition.Resolved, minutes: 20));
        resolved = resolved with { Subject = Render(SampleEntries.Create(Transition.Opened)).Subject };

        using var first = await MimeMessage.LoadAsync(path, Cancel);
        using var later = await MimeMessage.LoadAsync(
            await SendAsync(Ops, resolved with { Thread = resolved.Thread with { Root = path } }, "2"), Cancel);

        later.InReplyTo.ShouldBe(first.MessageId);
        MailConversation.IsOne(first, later).ShouldBeTrue();
    }

    [Fact]
    public async Task A_publication_is_written_as_SNS_would_get_it()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(await SendAsync(Topic, message), Cancel));

        var expected = SnsPublication.From(message, Topic.Address, "key").ToRequest();
        json.RootElement.GetProperty("TopicArn").GetString().ShouldBe(expected.TopicArn);
        json.RootElement.GetProperty("Subject").GetString().ShouldBe(expected.Subject);
        json.RootElement.GetProperty("Message").GetString().ShouldBe(expected.Message);
        json.RootElement.GetProperty("MessageStructure").GetString().ShouldBe("json");
        json.RootElement.GetProperty("MessageAttributes").EnumerateObject()
            .ToDictionary(
                attribute => attribute.Name, attribute => attribute.Value.GetProperty("StringValue").GetString()!,
                StringComparer.Ordinal)
            .ShouldBe(expected.MessageAttributes.ToDictionary(
                attribute => attribute.Key, attribute => attribute.Value.StringValue, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_second_topic_gets_no_form_for_chats()
    {
        var topic = Topic with { Address = "arn:aws:sns:eu-central-1:123456789012:webhooks" };
        var files = FileChannels.Create(new MessageFolder(folder), time, topic.Address)
            .Single(each => each.Kind is ChannelKind.Sns);

        foreach (var channel in new[] { Topic, topic })
        {
            var sent = await files.SendAsync(channel, Render(SampleEntries.Create(Transition.Opened)), channel.Address, Cancel);
            using var json = JsonDocument.Parse(
                await File.ReadAllTextAsync(sent.ShouldBeOfType<SendResult.Sent>().MessageId, Cancel));
            using var body = JsonDocument.Parse(json.RootElement.GetProperty("Message").GetString()!);
            body.RootElement.TryGetProperty("https", out _).ShouldBe(channel == Topic);
        }
    }

    [Fact]
    public async Task File_names_sort_by_the_time_of_sending_and_describe_the_content()
    {
        await SendAsync(Ops, Render(SampleEntries.Create(Transition.Opened)), "1");
        await SendAsync(Topic, Render(SampleEntries.Create(ReactionStatus.WouldDo)), "2");
        await SendAsync(Ops, Render(SampleEntries.Create(Transition.Resolved)), "3");

        string[] names = [.. Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

        names.Length.ShouldBe(3);
        names[0].ShouldMatch("^000001-mail-inc-6924068912ab34cd56ef-opened-[0-9a-f]{16}\\.eml$");
        names[1].ShouldMatch("^000002-sns-inc-6924068912ab34cd56ef-would-do-[0-9a-f]{16}\\.json$");
        names[2].ShouldMatch("^000003-mail-inc-6924068912ab34cd56ef-resolved-[0-9a-f]{16}\\.eml$");
    }

    [Fact]
    public async Task All_attempts_of_one_delivery_give_one_file_even_in_a_later_run()
    {
        var first = await SendAsync(Ops, Render(SampleEntries.Create(Transition.Opened)));
        var again = await SendAsync(Ops, Render(SampleEntries.Create(Transition.Opened)));
        var elsewhere = await SendAsync(
            Ops with { Address = "boss@shop.example" }, Render(SampleEntries.Create(Transition.Opened)));
        var next = await SendAsync(Ops, Render(SampleEntries.Create(Transition.Opened)), "another key");

        again.ShouldBe(first);
        Path.GetFileName(elsewhere).ShouldStartWith("000002-");
        Path.GetFileName(next).ShouldStartWith("000003-");
        Directory.GetFiles(folder).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_is_written_for_an_invalid_address()
    {
        var result = await Channels().Single(channel => channel.Kind is ChannelKind.Mail)
            .SendAsync(
                Ops with { Address = "no address\r\nBcc: x@shop.example" },
                Render(SampleEntries.Create(Transition.Opened)), "key",
                Cancel);

        result.ShouldBe(new SendResult.GiveUp("the recipient's address is malformed"));
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Headers_and_parts_are_the_same_whatever_the_text_is(string name)
    {
        using var hostile = await MimeMessage.LoadAsync(await SendAsync(Ops, Hostilely(HostileText.Get(name)), name), Cancel);
        using var tame = await MimeMessage.LoadAsync(await SendAsync(Ops, Hostilely("tame"), $"tame {name}"), Cancel);

        hostile.Headers.Select(header => header.Field).ShouldBe(tame.Headers.Select(header => header.Field));
        hostile.Body!.Headers.Select(header => header.Field).ShouldBe(tame.Body!.Headers.Select(header => header.Field));
        hostile.BodyParts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        hostile.To.Mailboxes.Select(mailbox => mailbox.Address).ShouldBe(["ops@shop.example"]);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_stays_inside_its_folder_whatever_the_text_is(string name)
    {
        var text = HostileText.Get(name);
        var message = Hostilely(text) with { Attributes = LabelSet.Empty.With("incident", text).With("transition", text) };

        foreach (var channel in new[] { Ops, Topic })
        {
            var path = await SendAsync(channel, message, text);
            Path.GetDirectoryName(path).ShouldBe(folder);
            Path.GetFileName(path).Length.ShouldBeLessThan(150);
            File.Exists(path).ShouldBeTrue();
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Message Render(TimelineEntry entry) => MessageRenderer.Render(entry, Locale.English);

    private static string Lines(string? body) => body!.ReplaceLineEndings("\n");

    // Also sets the subject, past the renderer: a channel must not rely on the renderer.
    private static Message Hostilely(string text) => Render(SampleEntries.Create(
        Transition.Opened, SampleEntries.Subject with { Name = text, Title = text }, because: text)) with
    { Subject = text };

    private async Task<string> SendAsync(Channel channel, Message message, string key = "key")
    {
        var result = await Channels().Single(each => each.Kind == channel.Kind).SendAsync(channel, message, key, Cancel);
        return result.ShouldBeOfType<SendResult.Sent>().MessageId;
    }

    private ImmutableArray<IMessageChannel> Channels() => FileChannels.Create(new MessageFolder(folder), time);
}
