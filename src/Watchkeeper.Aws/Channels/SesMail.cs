using System.Text;
using Amazon.SimpleEmail.Model;
using Watchkeeper.Text;
using Message = Watchkeeper.Notification.Message;

namespace Watchkeeper.Aws.Channels;

/// <summary>A message as a request to SES, which composes the mail itself.</summary>
internal static class SesMail
{
    /// <summary>
    /// Most bytes of both forms together: SES's default quota is 10 MB of the encoded mail, and base64 with its line ends makes 78 bytes
    /// of every 57.
    /// </summary>
    public const int SizeLimit = 7_000_000;

    private const string Utf8 = "UTF-8";

    private const string Mark = "\n… (shortened: SES takes 10 MB)\n";

    /// <summary>The request. Where both forms are too large HTML is left out, since half of it would be none; text is cut visibly.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="sender">Whom it is from.</param>
    /// <param name="recipient">Whom it is for.</param>
    /// <param name="configurationSet">By which configuration set SES reports on it; null for the identity's own.</param>
    /// <param name="deliveryKey">The delivery's key, which comes back with what SES reports.</param>
    public static SendEmailRequest From(
        Message message, string sender, string recipient, string? configurationSet, string deliveryKey)
    {
        ArgumentNullException.ThrowIfNull(message);
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
                Tag(MailTags.Notice, message.NoticeKey),
                Tag(MailTags.Delivery, deliveryKey),
            ],
        };
    }

    private static MessageTag Tag(string name, string value) => new() { Name = name, Value = MailTags.Encode(value) };

    private static Content Content(string text) => new() { Charset = Utf8, Data = text };

    private static long Size(string text) => Encoding.UTF8.GetByteCount(text);
}
