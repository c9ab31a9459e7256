using System.Collections.Concurrent;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Tests.Notifying;

/// <summary>A channel with scripted answers, because real ones do not fail on demand.</summary>
internal sealed class ScriptedChannel(ChannelKind kind, Func<int, SendResult> answer) : IMessageChannel
{
    private int tries;

    public ChannelKind Kind => kind;

    public ChannelPace? Pace { get; init; }

    public int Tries => tries;

    /// <summary>The messages of all tries, in order, with their addresses.</summary>
    public ConcurrentQueue<(string Address, Message Message)> Sent { get; } = [];

    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        Sent.Enqueue((channel.Address, message));
        return Task.FromResult(answer(Interlocked.Increment(ref tries)));
    }
}
