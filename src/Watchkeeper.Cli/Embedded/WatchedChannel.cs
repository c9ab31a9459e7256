using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A channel whose file cannot be written ends the run: its retries would meet the same disk.</summary>
internal sealed class WatchedChannel(IMessageChannel channel, MachineFault fault) : IMessageChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => channel.Kind;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(
        Channel to, Message message, string deduplicationKey, CancellationToken cancellationToken) =>
        fault.WatchAsync(() => channel.SendAsync(to, message, deduplicationKey, cancellationToken));
}
