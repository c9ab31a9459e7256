using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A topic that takes its time, and counts; made for a scheduler under which one task runs at a time.</summary>
internal sealed class Topic : IMessageChannel
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    public ChannelKind Kind => ChannelKind.Sns;

    /// <summary>How many messages it took.</summary>
    public int Messages => taken.Values.Sum();

    /// <summary>How often the message taken most often was.</summary>
    public int MostOfOne => taken.Values.DefaultIfEmpty().Max();

    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        await Task.Yield();
        taken[deduplicationKey] = taken.GetValueOrDefault(deduplicationKey) + 1;
        return new SendResult.Sent(deduplicationKey);
    }
}

/// <summary>Auto Scaling groups of two, which take their time and do what they are told.</summary>
internal sealed class Groups : IScaling
{
    private static readonly string[] Both = ["i-1", "i-2"];
    private readonly Dictionary<string, int> desired = new(StringComparer.Ordinal);
    private readonly HashSet<string> unhealthy = new(StringComparer.Ordinal);

    /// <summary>How many calls changed something, or would have.</summary>
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
