using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A topic that yields and counts its messages, for a scheduler that runs one task at a time.</summary>
internal sealed class Topic : IMessageChannel
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    public ChannelKind Kind => ChannelKind.Sns;

    public ChannelPace? Pace => null;

    /// <summary>The number of accepted messages.</summary>
    public int Messages => taken.Values.Sum();

    /// <summary>The largest number of copies of one message.</summary>
    public int MostOfOne => taken.Values.DefaultIfEmpty().Max();

    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        await Task.Yield();
        taken[deduplicationKey] = taken.GetValueOrDefault(deduplicationKey) + 1;
        return new SendResult.Sent(deduplicationKey);
    }
}

/// <summary>Auto Scaling groups of two that yield and accept every call.</summary>
internal sealed class Groups : IScaling
{
    private static readonly string[] Both = ["i-1", "i-2"];
    private readonly Dictionary<string, int> desired = new(StringComparer.Ordinal);
    private readonly HashSet<string> unhealthy = new(StringComparer.Ordinal);

    /// <summary>The number of calls that change a group, or would.</summary>
    public int Calls { get; private set; }

    public async Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var name = target is ReactionTarget.Group group ? group.Name : "one";
        return new GroupFacts
        {
            Name = name,
            Desired = desired.GetValueOrDefault(name, 2),
            Min = 1,
            Max = 9,
            Healthy = [.. Both.Except(unhealthy)],
            Instances = Both,
        };
    }

    public async Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Calls++;
        if (action is ReactionAction.SetDesiredCapacity set)
            desired[set.Group] = set.To;
        else
            unhealthy.Add(((ReactionAction.MarkUnhealthy)action).Instance);
        return new PerformResult.Accepted();
    }
}
