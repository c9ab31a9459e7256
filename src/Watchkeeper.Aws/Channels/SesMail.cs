using Amazon.SimpleEmail.Model;
using Watchkeeper.Aws.Mime;
using Message = Watchkeeper.Notification.Rendering.Message;

namespace Watchkeeper.Aws.Channels;

/// <summary>Creates the request for a message: a whole mail, because SES composes none with headers of a conversation.</summary>
internal static class SesMail
{
    /// <summary>
    /// The maximum bytes of text and HTML together. SES's default quota is 10 MB for the encoded mail, and base64 with its line
    /// ends turns 57 bytes into 78.
    /// </summary>
    public const int SizeLimit = 7_000_000;

    private const string Mark = "\n… (shortened: SES takes 10 MB)\n";

    /// <summary>
    /// Creates the request. If both forms are too large, HTML is omitted, because cut HTML is invalid. Text is cut visibly.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="recipient">The recipient.</param>
    /// <param name="rootMessageId">The Message-ID of the conversation's first mail; null if unknown.</param>
    /// <param name="configurationSet">
    /// The configuration set through which SES reports on the mail; null for the identity's default.
    /// </param>
    /// <param name="deliveryKey">The delivery's key. SES returns the key in its mail events.</param>
    public static SendRawEmailRequest From(
        Message message, Mailbox sender, Mailbox recipient, string? rootMessageId, string? configurationSet, string deliveryKey)
    {
        var hasRoom = EncodedPart.Size(message.Text) + EncodedPart.Size(message.Html) <= SizeLimit;
        var mail = new MimeMail
        {
            From = sender,
            To = recipient,
            Subject = message.Subject,
            Text = VisibleCut.To(message.Text, SizeLimit, Mark, EncodedPart.Size),
            Html = hasRoom ? message.Html : "",
            Thread = message.Thread,
            Receiver = message.Receiver,
            RootMessageId = rootMessageId,
        };
        return new SendRawEmailRequest
        {
            Source = sender.Address,
            Destinations = [recipient.Address],
            RawMessage = new RawMessage { Data = new MemoryStream(mail.ToBytes()) },
            ConfigurationSetName = configurationSet,
            // SES refuses a mail for one tag that is not valid.
            Tags = [.. TagsOf(message, deliveryKey).Where(tag => tag.Value.Length is > 0 and <= MailTags.MaxLength)],
        };
    }

    private static IEnumerable<MessageTag> TagsOf(Message message, string deliveryKey)
    {
        yield return Tag(MailTags.Incident, message.Attributes["incident"]);
        yield return Tag(MailTags.NotificationKey, message.NotificationKey);
        yield return Tag(MailTags.Delivery, deliveryKey);
        yield return Tag(MailTags.Severity, message.Attributes["severity"]);
        yield return Tag(MailTags.Transition, message.Attributes["transition"]);
        yield return Tag(MailTags.Receiver, message.Receiver);
    }

    private static MessageTag Tag(string name, string value) => new() { Name = name, Value = MailTags.Encode(value) };
}
