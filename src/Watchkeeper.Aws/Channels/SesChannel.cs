using Amazon.SimpleEmail;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Notification;
using Watchkeeper.Routing;

namespace Watchkeeper.Aws.Channels;

/// <summary>Sends mail by SES (API version 2010-12-01). SES cannot tell a repetition: a try whose answer was lost may arrive twice.</summary>
/// <param name="ses">The service.</param>
/// <param name="sender">The address that mails are from, with or without a name; SES must have verified it or its domain.</param>
/// <param name="configurationSet">The configuration set by which SES reports deliveries and bounces; null for the identity's own.</param>
public sealed class SesChannel(IAmazonSimpleEmailService ses, string sender, string? configurationSet = null) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Mail;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var request = SesMail.From(message, sender, channel.Address, configurationSet, deduplicationKey);
        try
        {
            var response = await ses.SendEmailAsync(request, cancellationToken);
            return new SendResult.Sent(response.MessageId ?? "");
        }
        catch (Exception fault) when (AwsErrors.AreAnswers(fault, cancellationToken))
        {
            return AwsErrors.Explain(fault, answer => SesErrors.Explain(answer, request));
        }
    }
}
