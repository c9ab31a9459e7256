using Amazon.SimpleNotificationService;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Aws.Channels;

/// <summary>Publishes to SNS topics (API version 2010-03-31). The topic's subscriptions deliver mail, SMS and calls.</summary>
/// <param name="sns">The service.</param>
/// <param name="webhookTopicArn">
/// The topic whose subscribers by HTTPS get the JSON for machines; those of other topics get the form for chats. Null for none.
/// </param>
public sealed class SnsChannel(IAmazonSimpleNotificationService sns, string? webhookTopicArn = null) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sns;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var request = SnsPublication
            .From(message, channel.Address, deduplicationKey, isForWebhooks: channel.Address == webhookTopicArn)
            .ToRequest();
        try
        {
            var response = await sns.PublishAsync(request, cancellationToken);
            return new SendResult.Sent(response.MessageId ?? "");
        }
        catch (Exception fault) when (AwsErrors.AreAnswers(fault, cancellationToken))
        {
            return AwsErrors.Explain(fault, SnsErrors.Explain);
        }
    }
}
