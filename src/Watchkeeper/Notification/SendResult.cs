namespace Watchkeeper.Notification;

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
