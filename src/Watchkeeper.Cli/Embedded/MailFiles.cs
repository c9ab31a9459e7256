using Watchkeeper.Aws.Mime;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Writes mails as .eml files, from <paramref name="sender"/>, as SES would send them. The same delivery has the same bytes
/// except for its date.
/// </summary>
internal sealed class MailFiles(MessageFolder folder, Mailbox sender, TimeProvider time) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Mail;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        if (Mailbox.Parse(channel.Address) is not { } recipient)
            return Task.FromResult<SendResult>(new SendResult.GiveUp("the recipient's address is malformed"));
        var mail = new MimeMail
        {
            From = sender,
            To = recipient,
            Subject = message.Subject,
            Text = message.Text,
            Html = message.Html,
            Thread = message.Thread,
            Receiver = message.Receiver,
            RootMessageId = message.Thread.Root is { } path && MessageFolder.HashIn(path) is { } root ? IdOf(root) : null,
            MessageId = IdOf(MessageFolder.HashOf(channel, deduplicationKey)),
            Date = time.GetUtcNow(),
        };
        var file = folder.Keep(channel, message, deduplicationKey, "eml", stream => stream.Write(mail.ToBytes()));
        return Task.FromResult<SendResult>(new SendResult.Sent(file));
    }

    private string IdOf(string hash) => $"{hash}@{sender.Domain}";
}
