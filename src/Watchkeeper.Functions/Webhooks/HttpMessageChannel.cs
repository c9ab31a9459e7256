using Watchkeeper.Channels;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>Sends by a kind of channel over HTTPS: makes its request, and asks it what the answer means.</summary>
/// <param name="kind">The kind.</param>
/// <param name="client">Makes the requests; created when a message needs it.</param>
/// <param name="time">Our clock.</param>
public sealed class HttpMessageChannel(IHttpChannel kind, Lazy<WebhookClient> client, TimeProvider time) : IMessageChannel
{
    /// <summary>The header that names a delivery to a server in the receivers' place.</summary>
    public const string DeliveryHeader = "watchkeeper-delivery";

    private readonly Lazy<TokenMemory?> tokens = new(() =>
        kind is ITokenChannel withTokens ? new TokenMemory(withTokens, client.Value, time) : null);

    /// <inheritdoc/>
    public ChannelKind Kind => kind.Kind;

    /// <inheritdoc/>
    public ChannelPace? Pace => IsLocal ? null : kind.Pace;

    /// <summary>
    /// Whether a server of a local run is in the receivers' place. It takes any number of messages, and learns which delivery
    /// each one belongs to.
    /// </summary>
    public bool IsLocal { get; init; }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        var delivery = new HttpDelivery(message, channel, deduplicationKey, time.GetUtcNow());
        return tokens.Value is { } memory
            ? await SendWithTokenAsync(delivery, memory, cancellationToken)
            : Read(await client.Value.SendAsync(Create(delivery), cancellationToken));
    }

    private async Task<SendResult> SendWithTokenAsync(
        HttpDelivery delivery, TokenMemory memory, CancellationToken cancellationToken)
    {
        var (result, refused) = await TryAsync();
        if (refused is null)
            return result;
        memory.Forget(delivery.Channel, refused);
        // Once: a receiver that refuses a token of this moment says why.
        return (await TryAsync()).Result;

        async Task<(SendResult Result, string? RefusedToken)> TryAsync()
        {
            switch (await memory.GetAsync(delivery.Channel, cancellationToken))
            {
                case TokenResult.Failed(var failure):
                    return (failure, null);
                case TokenResult.Found(var token, _):
                    var outcome = await client.Value.SendAsync(
                        Create(delivery with { Token = token }), cancellationToken);
                    var isRefused = outcome is HttpResult.Answered(var answer) && ((ITokenChannel)kind).IsTokenRefused(answer);
                    return (Read(outcome), isRefused ? token : null);
                default:
                    throw new InvalidOperationException("not a known result");
            }
        }
    }

    private HttpCall Create(HttpDelivery delivery)
    {
        var call = kind.Create(delivery);
        return IsLocal ? call with { Headers = call.Headers.Add(KeyValuePair.Create(DeliveryHeader, delivery.Key)) } : call;
    }

    private SendResult Read(HttpResult result) => result switch
    {
        HttpResult.Answered(var answer) => kind.Read(answer),
        HttpResult.Unanswered(var failure) => failure,
        _ => throw new InvalidOperationException($"{result.GetType().Name} is not a known result"),
    };
}
