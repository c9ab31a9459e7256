using Watchkeeper.Channels;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Sends by HTTP to the receiver of the local run, and writes what that took as .json files: the exact body, as it arrived.
/// </summary>
internal sealed class HttpFiles(HttpMessageChannel channel, LocalReceiver receiver, MessageFolder folder) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => channel.Kind;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        Channel to, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        await receiver.ListenAsync();
        var result = await channel.SendAsync(to, message, deduplicationKey, cancellationToken);
        if (receiver.Take(deduplicationKey) is not { } body || result is not SendResult.Sent sent)
            return result;
        var file = folder.Keep(to, message, deduplicationKey, "json", stream => stream.Write(body));
        return new SendResult.Sent($"{file}; {sent.MessageId}");
    }
}
