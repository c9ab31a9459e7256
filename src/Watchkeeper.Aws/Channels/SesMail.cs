using System.Text;
using Amazon.SimpleEmail.Model;
using Watchkeeper.Text;
using Message = Watchkeeper.Notification.Message;

namespace Watchkeeper.Aws.Channels;

/// <summary>Creates the request for a message. SES composes the mail itself.</summary>
internal static class SesMail
{
    /// <summary>
    /// The maximum bytes of text and HTML together. SES's default quota is 10 MB for the encoded mail, and base64 with its line
    /// ends turns 57 bytes into 78.
    /// </summary>
    public const int SizeLimit = 7_000_000;

    private const string Utf8 = "UTF-8";

    private const string Mark = "\n… (shortened: SES takes 10 MB)\n";

    /// <summary>
    /// Creates the request. If both forms are too large, HTML is omitted, because cut HTML is invalid. Text is cut visibly.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender's address.</param>
    /// <param name="recipient">The recipient's address.</param>
    /// <param name="configurationSet">
    /// The configuration set through which SES reports on the mail; null for the identity's default.
    /// </param>
    /// <param name="deliveryKey">The delivery's key. SES returns the key in its mail events.</param>
    public static SendEmailRequest From(
        Message message, string sender, string recipient, string? configurationSet, string deliveryKey)
    {
        var hasRoom = Size(message.Text) + Size(message.Html) <= SizeLimit;
        var body = new Body { Text = Content(VisibleCut.To(message.Text, SizeLimit, Mark, Size)) };
        if (hasRoom && message.Html.Length > 0)
            body.Html = Content(message.Html);
        return new SendEmailRequest
        {
            Source = sender,
            Destination = new Destination { ToAddresses = [recipient] },
            Message = new Amazon.SimpleEmail.Model.Message { Subject = Content(InertText.Line(message.Subject)), Body = body },
            ConfigurationSetName = configurationSet,
            Tags =
            [
                Tag(MailTags.Incident, message.Attributes["incident"]),
                Tag(MailTags.NotificationKey, message.NotificationKey),
                Tag(MailTags.Delivery, deliveryKey),
            ],
        };
    }

    private static MessageTag Tag(string name, string value) => new() { Name = name, Value = MailTags.Encode(value) };

    private static Content Content(string text) => new() { Charset = Utf8, Data = text };

    private static long Size(string text) => Encoding.UTF8.GetByteCount(text);
}
