using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Http;

/// <summary>
/// A way out by HTTPS, without any I/O: its keys in the configuration, the request for a message, and what an answer means.
/// </summary>
public interface IHttpChannel
{
    /// <summary>The kind of channel.</summary>
    ChannelKind Kind { get; }

    /// <summary>The keys in the configuration.</summary>
    ChannelSection Section { get; }

    /// <summary>How many requests the receiver takes at one address, as its documents say.</summary>
    ChannelPace Pace { get; }

    /// <summary>The request for a message. The same delivery always gives the same request.</summary>
    HttpCall Create(HttpDelivery delivery);

    /// <summary>What an answer means. Success is what the receiver says, not its status code alone.</summary>
    SendResult Read(HttpAnswer answer);
}

/// <summary>A way out whose requests need a token that the receiver gives out for a secret.</summary>
public interface ITokenChannel : IHttpChannel
{
    /// <summary>The request for a token.</summary>
    /// <param name="channel">The channel, with the values of secrets in place of the references to them.</param>
    HttpCall CreateTokenCall(Channel channel);

    /// <summary>What the answer to <see cref="CreateTokenCall"/> means.</summary>
    TokenResult ReadToken(HttpAnswer answer);

    /// <summary>Whether an answer says that the token is no longer valid: a new one may help.</summary>
    bool IsTokenRefused(HttpAnswer answer);
}

/// <summary>The result of asking for a token.</summary>
public abstract record TokenResult
{
    /// <summary>A token.</summary>
    /// <param name="Token">The token, a secret.</param>
    /// <param name="Lifetime">How long it is valid, counted from the request for it.</param>
    public sealed record Found(string Token, TimeSpan Lifetime) : TokenResult;

    /// <summary>No token.</summary>
    /// <param name="Result">What that means for the message.</param>
    public sealed record Failed(SendResult Result) : TokenResult;
}
