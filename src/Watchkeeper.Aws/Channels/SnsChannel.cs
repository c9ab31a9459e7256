using System.Collections.Immutable;
using Amazon.SimpleNotificationService;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// Publishes to SNS (API version 2010-03-31): to topics, whose subscriptions deliver mail, SMS and calls, to phones as SMS, and
/// to devices.
/// </summary>
/// <param name="sns">The service.</param>
/// <param name="webhookTopicArn">
/// The topic whose subscribers by HTTPS get the JSON for machines; those of other topics get the form for chats. Null for none.
/// </param>
/// <param name="kind">Topics, phones or devices.</param>
public sealed class SnsChannel(
    IAmazonSimpleNotificationService sns, string? webhookTopicArn = null, ChannelKind kind = ChannelKind.Sns) : IMessageChannel
{
    /// <summary>The kinds of channels that SNS serves.</summary>
    public static ImmutableArray<ChannelKind> Kinds { get; } = [ChannelKind.Sns, ChannelKind.Sms, ChannelKind.Push];

    /// <inheritdoc/>
    public ChannelKind Kind => kind;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var request = SnsPublication.For(channel, message, deduplicationKey, webhookTopicArn).ToRequest();
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
