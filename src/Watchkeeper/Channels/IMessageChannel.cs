using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels;

/// <summary>Sends messages over one kind of channel.</summary>
public interface IMessageChannel
{
    /// <summary>The kind of channel.</summary>
    ChannelKind Kind { get; }

    /// <summary>How many messages one address takes; null if the service paces its callers itself.</summary>
    ChannelPace? Pace { get; }

    /// <summary>
    /// Makes one attempt. Every answer of the service, including refusals and time-outs, is a result. Only cancellation and
    /// errors of our own throw.
    /// </summary>
    /// <param name="channel">The channel with its address.</param>
    /// <param name="message">The message.</param>
    /// <param name="deduplicationKey">Equal for every attempt of one delivery, for services that detect duplicates.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    Task<SendResult> SendAsync(Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken);
}
