using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>
/// Reads an SES event about a mail. The mail's tags identify it; without Watchkeeper's tags the mail comes from another sender.
/// </summary>
internal static class MailDocument
{
    /// <summary>The source in EventBridge.</summary>
    public const string Source = "aws.ses";

    /// <summary>Reads an event of EventBridge.</summary>
    public static MailParseResult Read(JsonCursor root, DateTimeOffset now)
    {
        var type = root.Member("detail-type").OneOf(FeedbackKinds.DetailTypes.AsSpan());
        var envelope = EventBridgeEnvelope.Read(root, Source);
        var id = InertText.Shorten(envelope.Id, SubjectLimits.EventId);
        if (FeedbackKinds.From(type) is not { } kind)
            return new MailParseResult.Ignored(id, "no-failure");
        var mail = envelope.Detail.Member("mail").Object("the mail that it is about");
        var tags = mail.Member("tags");
        if (!MailTagsReader.AreOurs(tags))
            return new MailParseResult.Ignored(id, "another-sender");
        var words = FeedbackWords.Read(kind, envelope.Detail);
        if (words.IsNoFailure)
            return new MailParseResult.Ignored(id, "no-failure");
        var messageId = mail.Member("messageId").Text("SES's id of the mail");
        return new MailParseResult.Accepted(
            id,
            MailTagsReader.Read(tags, MailTags.Incident),
            MailTagsReader.Read(tags, MailTags.NotificationKey),
            new Feedback
            {
                Kind = kind,
                Id = StableHash.Compute(kind.ToKebabCase(), messageId, words.Id),
                Delivery = MailTagsReader.Read(tags, MailTags.Delivery),
                MessageId = InertText.Shorten(messageId, SubjectLimits.LabelValue),
                // The detail contains the receiver's own time, which may be wrong.
                At = envelope.Time(now),
                Detail = InertText.Line(words.Text),
            });
    }
}
