using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Checks whether an action took effect, for calls that got no response.</summary>
internal static class ReactionEvidence
{
    public static async Task<bool> IsThereAsync(ReactionAction action, IScaling scaling, CancellationToken cancellationToken) =>
        action switch
        {
            ReactionAction.SetDesiredCapacity set =>
                await scaling.FindAsync(new ReactionTarget.Group(set.Group), cancellationToken) is { } group
                && group.Desired >= set.To,
            // Auto Scaling replaces an instance that left its group or is unhealthy there.
            ReactionAction.MarkUnhealthy mark =>
                await scaling.FindAsync(new ReactionTarget.Group(mark.Group), cancellationToken) is { } group
                && !group.Healthy.Contains(mark.Instance, StringComparer.Ordinal),
            _ => false,
        };
}
