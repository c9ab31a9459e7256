using MimeKit;
using MimeKit.Text;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Writes mails as .eml files (RFC 5322) with text and HTML, from <paramref name="sender"/>, in one thread per incident. The same
/// delivery has the same bytes except for its date.
/// </summary>
internal sealed class MailFiles(MessageFolder folder, string sender, TimeProvider time) : IMessageChannel
{
    private const string Domain = "watchkeeper.localhost";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Mail;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(channel.Address, out var recipient))
            return Task.FromResult<SendResult>(new SendResult.GiveUp("the recipient's address is malformed"));
        var hash = MessageFolder.HashOf(channel, deduplicationKey);
        var path = folder.Keep(channel, message, deduplicationKey, "eml", stream =>
        {
            using var mail = Compose(message, recipient, hash);
            mail.WriteTo(FormatOptions.Default, stream, cancellationToken);
        });
        return Task.FromResult<SendResult>(new SendResult.Sent(path));
    }

    private MimeMessage Compose(Message message, MailboxAddress recipient, string hash)
    {
        var mail = new MimeMessage
        {
            // A line break would end the header, so the channel removes line breaks from every subject.
            Subject = InertText.Line(message.Subject),
            Date = time.GetUtcNow(),
            MessageId = $"{hash}@{Domain}",
            Body = new MultipartAlternative(Part(TextFormat.Plain, message.Text), Part(TextFormat.Html, message.Html))
            {
                // Quoted-printable encodes each = as =3D, so no text can contain this boundary.
                Boundary = $"=_{hash}",
            },
        };
        mail.From.Add(MailboxAddress.Parse(sender));
        mail.To.Add(recipient);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var incident = string.Concat(message.Attributes["incident"].Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        if (incident.Length > 0)
            mail.References.Add($"{incident}@{Domain}");
        return mail;
    }

    private static TextPart Part(TextFormat format, string text) =>
        new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
}
