using Amazon.SimpleEmail;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// Sends mail through SES (SendRawEmail, API version 2010-12-01), in one conversation for each incident and address. SES does not
/// detect repeated requests: a retry after a lost response may deliver a mail twice.
/// </summary>
/// <param name="ses">The service.</param>
/// <param name="sender">
/// The sender's address, with or without a display name. SES must have verified the address or its domain.
/// </param>
/// <param name="configurationSet">
/// The configuration set through which SES reports deliveries and bounces; null for the identity's default.
/// </param>
public sealed class SesChannel(IAmazonSimpleEmailService ses, string sender, string? configurationSet = null) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Mail;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(message);
        if (Mailbox.Parse(sender) is not { } from)
            return new SendResult.GiveUp("the sender's address is malformed");
        if (Mailbox.Parse(channel.Address) is not { } to)
            return new SendResult.GiveUp("the recipient's address is malformed");
        var root = SesMessageId.Qualify(message.Thread.Root, ses.Config);
        var request = SesMail.From(message, from, to, root, configurationSet, deduplicationKey);
        try
        {
            var response = await ses.SendRawEmailAsync(request, cancellationToken);
            return new SendResult.Sent(response.MessageId ?? "");
        }
        catch (Exception fault) when (AwsErrors.AreAnswers(fault, cancellationToken))
        {
            return AwsErrors.Explain(fault, answer => SesErrors.Explain(answer, request));
        }
    }
}
