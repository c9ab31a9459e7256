using Watchkeeper.Routing;

namespace Watchkeeper.Notification;

/// <summary>Sends messages over one kind of channel.</summary>
public interface IMessageChannel
{
    /// <summary>The kind of channel.</summary>
    ChannelKind Kind { get; }

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

/// <summary>The answer of a channel.</summary>
public abstract record SendResult
{
    /// <summary>The channel accepted the message.</summary>
    /// <param name="MessageId">The channel's own id of the message.</param>
    public sealed record Sent(string MessageId) : SendResult;

    /// <summary>The channel may accept the message later.</summary>
    /// <param name="Reason">Why the channel cannot accept the message now.</param>
    /// <param name="After">The minimum delay, if the channel reports one.</param>
    public sealed record Retry(string Reason, TimeSpan? After = null) : SendResult;

    /// <summary>The channel will never accept the message as it is.</summary>
    /// <param name="Reason">The reason.</param>
    public sealed record GiveUp(string Reason) : SendResult;
}
