using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Reactions;

/// <summary>
/// Reacts to a failed status check of an instance: marks the instance unhealthy, so that its Auto Scaling group replaces it.
/// </summary>
internal sealed class ReplaceInstanceReaction : IReaction
{
    /// <inheritdoc/>
    public string Name => "replace-instance";

    /// <inheritdoc/>
    public ImmutableArray<string> Processes { get; } =
        ["ReplaceUnhealthy", "Terminate", "Launch", "HealthCheck", "AlarmNotification"];

    /// <inheritdoc/>
    public ReactionTarget? TargetOf(Incident incident)
    {
        var instance = incident.Subject.Labels["InstanceId"];
        return incident.Subject.Kind is SignalKind.StatusCheck && instance.Length > 0
            ? new ReactionTarget.Instance(instance)
            : null;
    }

    /// <inheritdoc/>
    public ReactionProposal Propose(ReactionTarget target, GroupFacts? facts, ReactionOptions options)
    {
        if (target is not ReactionTarget.Instance { Id: var id } || facts is null)
            return new ReactionProposal.Decline(ReactionRefusal.NoGroup);
        if ((GroupPermission.RefusalFor(facts, Processes) ?? GroupPermission.RefusalFor(facts, id)) is { } refusal)
            return new ReactionProposal.Decline(refusal);
        if (!facts.Healthy.Contains(id, StringComparer.Ordinal))
            return new ReactionProposal.Decline(ReactionRefusal.AlreadyUnhealthy);
        var others = facts.Healthy.Except(facts.Replaced, StringComparer.Ordinal).Count(other => other != id);
        if (facts.Instances.Count > 1 && others * 100 < options.HealthyPercent * (facts.Instances.Count - 1))
            return new ReactionProposal.Decline(ReactionRefusal.HealthyMinimum);
        return new ReactionProposal.Act(new ReactionAction.MarkUnhealthy(facts.Name, id));
    }
}
