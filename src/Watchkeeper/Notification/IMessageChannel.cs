using Watchkeeper.Routing;

namespace Watchkeeper.Notification;

/// <summary>Sends messages one way.</summary>
public interface IMessageChannel
{
    /// <summary>The way.</summary>
    ChannelKind Kind { get; }

    /// <summary>
    /// Sends once. Every answer of the service, refusals and time-outs included, comes back as a result; only cancellation and
    /// faults of our own throw.
    /// </summary>
    /// <param name="channel">Where to.</param>
    /// <param name="message">What.</param>
    /// <param name="deduplicationKey">Equal for every try of one delivery; for services that can tell a repetition.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<SendResult> SendAsync(Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken);
}

/// <summary>What a channel answered.</summary>
public abstract record SendResult
{
    /// <summary>The channel took it.</summary>
    /// <param name="MessageId">The channel's own id.</param>
    public sealed record Sent(string MessageId) : SendResult;

    /// <summary>It may be taken later.</summary>
    /// <param name="Reason">Why not now.</param>
    /// <param name="After">The least time to wait, where the channel says so.</param>
    public sealed record Retry(string Reason, TimeSpan? After = null) : SendResult;

    /// <summary>It will never be taken as it is.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record GiveUp(string Reason) : SendResult;
}
