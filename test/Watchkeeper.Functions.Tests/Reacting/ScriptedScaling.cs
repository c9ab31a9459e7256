using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>A group in memory with scripted answers, because AWS does not time out on demand.</summary>
internal sealed class ScriptedScaling : IScaling
{
    public GroupFacts Group { get; set; } = new()
    {
        Name = "orders",
        Desired = 2,
        Min = 1,
        Max = 9,
        Healthy = ["i-1", "i-2"],
        Instances = ["i-1", "i-2"],
    };

    public List<ReactionAction> Calls { get; } = [];

    public Func<ReactionAction, PerformResult> Answer { get; set; } = _ => new PerformResult.Accepted();

    public Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken) =>
        Task.FromResult<GroupFacts?>(Group);

    public Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken)
    {
        lock (Calls)
            Calls.Add(action);
        return Task.FromResult(Answer(action));
    }

    public void TakesEffect(ReactionAction action)
    {
        if (action is ReactionAction.SetDesiredCapacity set)
            Group = Group with { Desired = set.To };
    }
}
