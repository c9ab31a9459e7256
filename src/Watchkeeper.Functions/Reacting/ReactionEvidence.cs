using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Whether an action's effect can be seen, for calls whose answer never came.</summary>
internal static class ReactionEvidence
{
    public static async Task<bool> IsThereAsync(ReactionAction action, IScaling scaling, CancellationToken cancellationToken) =>
        action switch
        {
            ReactionAction.SetDesiredCapacity set =>
                await scaling.FindAsync(new ReactionTarget.Group(set.Group), cancellationToken) is { } group
                && group.Desired >= set.To,
            // An instance that has left its group, or is no longer healthy there, is being replaced.
            ReactionAction.MarkUnhealthy mark =>
                await scaling.FindAsync(new ReactionTarget.Group(mark.Group), cancellationToken) is { } group
                && !group.Healthy.Contains(mark.Instance, StringComparer.Ordinal),
            _ => false,
        };
}
