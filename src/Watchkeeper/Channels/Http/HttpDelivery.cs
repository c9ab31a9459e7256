using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Http;

/// <summary>One attempt to deliver a message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Channel">The channel, with the values of secrets in place of the references to them.</param>
/// <param name="Key">Equal for every attempt of one delivery, for receivers that detect duplicates.</param>
/// <param name="At">When the attempt is made; part of signatures.</param>
public sealed record HttpDelivery(Message Message, Channel Channel, string Key, DateTimeOffset At)
{
    /// <summary>The token that the receiver gave out; empty for receivers without one (<see cref="ITokenChannel"/>).</summary>
    public string Token { get; init; } = "";
}
