using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

public class SnsPublicationTests
{
    private static readonly string[] Protocols =
        ["default", "email", "sms", "https", "application", "APNS", "APNS_SANDBOX", "GCM"];

    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:watchkeeper";

    [Fact]
    public void Each_protocol_gets_its_own_form()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);

        var publication = SnsPublication.From(message, Topic, "key");

        publication.Subject.ShouldBe("[HIGH] Opened: order-cpu");
        var body = Body(publication);
        body.Keys.ShouldBe(Protocols);
        body["default"].ShouldBe(message.Json);
        body["https"].ShouldBe(message.Chat);
        body["application"].ShouldBe(message.Sms);
        body["email"].ShouldBe(message.Text);
        body["sms"].ShouldBe(message.Sms);
        publication.Attributes.ShouldBe(message.Attributes);
    }

    [Fact]
    public void A_webhook_of_ones_own_gets_the_JSON_for_machines()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English);

        var body = Body(SnsPublication.From(message, Topic, "key", isForWebhooks: true));

        body.Keys.ShouldBe(Protocols.Except(["https"]));
        body["default"].ShouldBe(message.Json);
    }

    [Fact]
    public void A_phone_shows_headline_and_short_text_and_keeps_an_incident_together()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese);
        var body = Body(SnsPublication.From(message, Topic, "key"));

        var aps = JsonDocument.Parse(body["APNS"]).RootElement.GetProperty("aps");
        aps.GetProperty("alert").GetProperty("title").GetString().ShouldBe(message.Headline);
        aps.GetProperty("alert").GetProperty("body").GetString().ShouldBe(message.Push);
        aps.GetProperty("thread-id").GetString().ShouldBe(message.Attributes["incident"]);
        body["APNS_SANDBOX"].ShouldBe(body["APNS"]);
        var google = JsonDocument.Parse(body["GCM"]).RootElement.GetProperty("fcmV1Message").GetProperty("message");
        google.GetProperty("notification").GetProperty("title").GetString().ShouldBe(message.Headline);
        google.GetProperty("notification").GetProperty("body").GetString().ShouldBe(message.Push);
        Encoding.UTF8.GetByteCount(body["GCM"]).ShouldBeLessThan(4096);
    }

    [Fact]
    public void The_subject_says_in_every_language_what_happened()
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            string[] subjects =
            [
                .. new[] { Transition.Opened, Transition.Reminded, Transition.Resolved }.Select(transition => SnsPublication.From(
                    MessageRenderer.Render(SampleEntries.Create(transition, minutes: 20), locale), Topic, "key").Subject),
            ];

            subjects.ShouldBeUnique();
            subjects.ShouldAllBe(subject => subject.StartsWith("[HIGH] ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_common_message_is_billed_once()
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            Size(SnsPublication.From(MessageRenderer.Render(SampleEntries.Create(Transition.Opened), locale), Topic, "key"))
                .ShouldBeLessThan(64 * 1024);
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("[HIGH] Opened: a", "[HIGH] Opened: a")]
    [InlineData("shortened at the end…", "shortened at the end...")]
    [InlineData("【高】发生：order-cpu", "[HIGH] Watchkeeper: inc-1 order-cpu")]
    [InlineData("tab\there", "[HIGH] Watchkeeper: inc-1 order-cpu")]
    [InlineData(" begins with a blank", "[HIGH] Watchkeeper: inc-1 order-cpu")]
    [InlineData("", "[HIGH] Watchkeeper: inc-1 order-cpu")]
    [InlineData("del\u007f", "[HIGH] Watchkeeper: inc-1 order-cpu")]
    public void The_subject_is_ASCII(string subject, string expected) =>
        SnsPublication.From(Sample(subject), Topic, "key").Subject.ShouldBe(expected);

    [Theory]
    [InlineData("订单", "[HIGH] Watchkeeper: inc-1")]
    [InlineData("", "[HIGH] Watchkeeper: inc-1")]
    [InlineData("a\nb", "[HIGH] Watchkeeper: inc-1")]
    public void A_name_that_is_not_ASCII_is_omitted_from_the_subject(string name, string expected)
    {
        var message = Sample("【高】");

        SnsPublication.From(message with { Attributes = message.Attributes.With("name", name) }, Topic, "key")
            .Subject.ShouldBe(expected);
    }

    [Theory]
    [InlineData("order-cpu", "[HIGH] Opened: order-cpu", "[HIGH] Resolved after 5 min: order-cpu")]
    [InlineData("订单", "[HIGH] opened Watchkeeper: inc-6924068912ab34cd56ef", "[HIGH] resolved Watchkeeper: inc-6924068912ab34cd56ef")]
    public void The_messages_of_one_incident_have_different_subjects_in_every_language(string name, string opened, string resolved)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            string[] subjects =
            [
                .. new[] { Transition.Opened, Transition.Reminded, Transition.Escalated, Transition.Resolved }
                    .Select(transition => SampleEntries.Create(transition, SampleEntries.Subject with { Name = name }, minutes: 5))
                    .Select(entry => SnsPublication.From(MessageRenderer.Render(entry, locale), Topic, "key").Subject),
            ];

            subjects.ShouldBeUnique();
            (subjects[0], subjects[^1]).ShouldBe((opened, resolved));
        }
    }

    [Fact]
    public void A_subject_without_any_text_names_the_sender() =>
        SnsPublication.From(Sample("警") with { Attributes = LabelSet.Empty }, Topic, "key").Subject.ShouldBe("Watchkeeper");

    [Theory]
    [InlineData(98, 98, "xx")]
    [InlineData(99, 99, "xx")]
    [InlineData(100, 99, "...")]
    public void The_subject_has_fewer_than_100_characters(int length, int expected, string end)
    {
        var subject = SnsPublication.From(Sample(new string('x', length)), Topic, "key").Subject;

        subject.Length.ShouldBe(expected);
        subject.ShouldEndWith(end);
    }

    [Fact]
    public void A_subject_that_SNS_refuses_stands_at_the_head_of_the_mail()
    {
        Body(SnsPublication.From(Sample("【高】发生"), Topic, "key"))["email"].ShouldBe("【高】发生\n\ntext");
        var chinese = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese);
        Body(SnsPublication.From(chinese, Topic, "key"))["email"].ShouldStartWith("【高】发生：order-cpu\n");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void Body_and_attributes_have_256_KB_at_most(int above)
    {
        var room = SnsPublication.SizeLimit - Size(SnsPublication.From(Sample("s") with { Text = "s" }, Topic, "key"));
        var text = "s" + new string('x', room + above);

        var publication = SnsPublication.From(Sample("s") with { Text = text }, Topic, "key");

        Size(publication).ShouldBeLessThanOrEqualTo(SnsPublication.SizeLimit);
        if (above <= 0)
            Body(publication)["email"].ShouldBe(text);
        else
            Body(publication)["email"].ShouldEndWith("x\n… (shortened: SNS takes 256 KB)\n");
        Body(publication)["default"].ShouldBe("{}");
    }

    [Theory]
    [InlineData("警")]
    [InlineData("🔥")]
    [InlineData("\"")]
    [InlineData("\n")]
    [InlineData("\u0001")]
    public void Escapes_and_multi_byte_characters_are_counted_as_they_are_sent(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000));

        var publication = SnsPublication.From(Sample("s") with { Text = text }, Topic, "key");

        Size(publication).ShouldBeInRange(SnsPublication.SizeLimit - 16, SnsPublication.SizeLimit);
        Body(publication)["email"].ShouldEndWith("(shortened: SNS takes 256 KB)\n");
        Body(publication)["email"].ShouldNotContain("\ufffd");
    }

    [Fact]
    public void The_JSON_for_machines_is_omitted_and_never_cut()
    {
        var publication = SnsPublication.From(Sample("s") with { Json = $"\"{new string('x', 200_000)}\"" }, Topic, "key");

        var left = JsonDocument.Parse(Body(publication)["default"]).RootElement;
        left.GetProperty("truncated").GetBoolean().ShouldBeTrue();
        left.GetProperty("incident").GetString().ShouldBe("inc-1");
        Body(publication)["email"].ShouldBe("s\n\ntext");
    }

    [Theory]
    [InlineData(1600, 1600)]
    [InlineData(1601, 1600)]
    public void An_SMS_has_1600_bytes_at_most(int length, int expected)
    {
        var sms = Body(SnsPublication.From(Sample("s") with { Sms = new string('x', length) }, Topic, "key"))["sms"];

        Encoding.UTF8.GetByteCount(sms).ShouldBe(expected);
    }

    [Fact]
    public void A_FIFO_topic_keeps_the_messages_of_an_incident_in_order_and_drops_repetitions()
    {
        var one = SnsPublication.From(Sample("s"), $"{Topic}.fifo", "key 1");
        var again = SnsPublication.From(Sample("s"), $"{Topic}.fifo", "key 1");
        var other = SnsPublication.From(Sample("s"), $"{Topic}.fifo", "key 2");

        again.DeduplicationId.ShouldBe(one.DeduplicationId);
        other.DeduplicationId.ShouldNotBe(one.DeduplicationId);
        other.GroupId.ShouldBe(one.GroupId);
        SnsPublication.From(Sample("s"), Topic, "key").GroupId.ShouldBeNull();
    }

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_breaks_no_part_of_a_publication(string name)
    {
        var text = HostileText.Get(name);
        var subject = SampleEntries.Subject with { Name = text, Title = text, Service = text };

        var publication = SnsPublication.From(
            MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject, because: text), Locale.English), Topic, text);

        publication.Subject.Length.ShouldBeInRange(1, 99);
        publication.Subject.Any(c => c is < ' ' or > '~').ShouldBeFalse();
        publication.Subject[0].ShouldBe('[');
        Body(publication).Keys.ShouldBe(Protocols);
        publication.ToRequest().MessageAttributes.Values.All(value => value.StringValue.Length > 0).ShouldBeTrue();
    }

    private static Message Sample(string subject) =>
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English) with
        {
            Subject = subject,
            Headline = subject,
            EnglishHeadline = subject,
            Text = "text",
            Html = "<p>html</p>",
            Sms = "sms",
            Json = "{}",
            Attributes = LabelSet.Empty.With("severity", "high").With("incident", "inc-1").With("name", "order-cpu"),
        };

    private static Dictionary<string, string> Body(SnsPublication publication) =>
        JsonDocument.Parse(publication.Body).RootElement.EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);

    private static int Size(SnsPublication publication) => Encoding.UTF8.GetByteCount(publication.Body)
        + publication.ToRequest().MessageAttributes.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key)
            + attribute.Value.DataType.Length + Encoding.UTF8.GetByteCount(attribute.Value.StringValue));
}
