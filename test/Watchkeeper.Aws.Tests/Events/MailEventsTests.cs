using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Mail events beyond the files of events/mail.</summary>
public sealed class MailEventsTests
{
    private const string Bounced = "mail/020-db-cpu-mail-bounced-by-dmarc";

    [Fact]
    public void The_tags_that_a_mail_is_sent_with_lead_back_to_its_row()
    {
        var entry = SampleEntries.Create(Transition.Opened) with { Key = "N#scale-out.0" };
        var request = SesMail.From(
            MessageRenderer.Render(entry, Locale.English), new Mailbox("", "a@shop.example"), new Mailbox("", "b@shop.example"),
            null, "set", "0f1e");
        var tags = new JsonObject();
        foreach (var tag in request.Tags)
            tags[tag.Name] = new JsonArray(tag.Value);

        var accepted = Read(Bounced, detail => detail["mail"]!["tags"] = tags).ShouldBeOfType<MailParseResult.Accepted>();

        (accepted.Incident, accepted.NotificationKey, accepted.Feedback.Delivery)
            .ShouldBe((entry.Incident.Id, entry.Key, "0f1e"));
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("watchkeeper-incident")]
    public void A_mail_without_our_tags_belongs_to_another_sender(string missing) => Read(Bounced, detail =>
        {
            if (missing == "tags")
                detail["mail"]!.AsObject().Remove("tags");
            else
                detail["mail"]!["tags"]!.AsObject().Remove(missing);
        })
        .ShouldBeOfType<MailParseResult.Ignored>().Reason.ShouldBe("another-sender");

    [Fact]
    public void A_mail_with_half_of_our_tags_is_rejected() =>
        Read(Bounced, detail => detail["mail"]!["tags"]!.AsObject().Remove("watchkeeper-delivery"))
            .ShouldBe(new MailParseResult.Rejected(
                new("$.detail.mail.tags['watchkeeper-delivery'][0]", "is missing: expected the tag's value")));

    [Fact]
    public void The_status_replaces_a_missing_diagnosis() =>
        Words(Bounced, detail => Recipient(detail).Remove("diagnosticCode"))
            .ShouldBe("could not be delivered: bounced: Permanent, General: 5.7.26");

    [Fact]
    public void An_event_without_recipients_reports_the_type_alone() =>
        Words(Bounced, detail => detail["bounce"]!["bouncedRecipients"] = new JsonArray())
            .ShouldBe("could not be delivered: bounced: Permanent, General");

    [Fact]
    public void A_complaint_without_a_type_is_a_complaint() =>
        Words("mail/050-warehouse-mail-called-spam", detail => detail["complaint"]!.AsObject().Remove("complaintFeedbackType"))
            .ShouldBe("complained about: no type given");

    [Fact]
    public void A_report_that_a_mail_is_no_spam_is_no_complaint() =>
        Read("mail/050-warehouse-mail-called-spam", detail => detail["complaint"]!["complaintFeedbackType"] = "not-spam")
            .ShouldBeOfType<MailParseResult.Ignored>().Reason.ShouldBe("no-failure");

    [Fact]
    public void The_text_of_a_foreign_server_is_one_bounded_line()
    {
        var detail = Accepted(Bounced, detail => Recipient(detail)["diagnosticCode"] = "smtp; 550\r\nX: \u202e"
            + new string('x', 9_000)).Feedback.Detail;

        detail.Length.ShouldBe(512);
        detail.ShouldStartWith("Permanent, General: smtp; 550 X: xxx");
    }

    [Fact]
    public void The_text_of_a_foreign_server_does_not_show_the_address_which_may_be_a_secret() =>
        Words(Bounced, detail =>
        {
            Recipient(detail)["emailAddress"] = "canary@shop.example";
            Recipient(detail)["diagnosticCode"] = "smtp; 550 5.1.1 <Canary@shop.example> unknown";
        })
            .ShouldBe("could not be delivered: bounced: Permanent, General: smtp; 550 5.1.1 <the recipient> unknown");

    [Fact]
    public void The_same_feedback_in_another_event_has_the_same_id()
    {
        var once = Accepted(Bounced, _ => { });
        var again = Accepted(Bounced, _ => { }, root => (root["id"], root["time"]) = ("another", "2026-11-17T08:29:00Z"));

        again.Feedback.Id.ShouldBe(once.Feedback.Id);
        again.EventId.ShouldNotBe(once.EventId);
    }

    [Fact]
    public void Other_feedback_on_the_same_mail_has_another_id() =>
        Accepted(Bounced, detail => detail["bounce"]!["feedbackId"] = "another").Feedback.Id.ShouldNotBe(
            Accepted(Bounced, _ => { }).Feedback.Id);

    [Theory]
    [InlineData("Email Delivered")]
    [InlineData("Email Sent")]
    public void An_event_without_bad_news_is_ignored(string type) =>
        Read(Bounced, _ => { }, root => root["detail-type"] = type)
            .ShouldBeOfType<MailParseResult.Ignored>().Reason.ShouldBe("no-failure");

    [Theory]
    [InlineData("source", "aws.cloudwatch", "$.source")]
    [InlineData("detail-type", "Email Lost", "$['detail-type']")]
    [InlineData("time", "2099-01-01T00:00:00Z", "$.time")]
    public void An_event_that_is_not_from_SES_is_rejected_with_its_path(string member, string value, string path) =>
        Read(Bounced, _ => { }, root => root[member] = value)
            .ShouldBeOfType<MailParseResult.Rejected>().Rejection.Path.ShouldBe(path);

    private static JsonObject Recipient(JsonNode detail) => detail["bounce"]!["bouncedRecipients"]![0]!.AsObject();

    private static string Words(string name, Action<JsonNode> change) => Accepted(name, change).Feedback.Words;

    private static MailParseResult.Accepted Accepted(string name, Action<JsonNode> change, Action<JsonNode>? around = null) =>
        Read(name, change, around).ShouldBeOfType<MailParseResult.Accepted>();

    private static MailParseResult Read(string name, Action<JsonNode> change, Action<JsonNode>? around = null)
    {
        var root = JsonNode.Parse(EventFiles.Bytes(name))!;
        change(root["detail"]!);
        around?.Invoke(root);
        return MailEvents.Read(Encoding.UTF8.GetBytes(root.ToJsonString()), EventFiles.Now);
    }
}
