using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Reactions;

/// <summary>Reacts to a CPU alarm of an Auto Scaling group: raises the desired capacity by one step, up to the maximum.</summary>
internal sealed class ScaleOutReaction : IReaction
{
    /// <inheritdoc/>
    public string Name => "scale-out";

    /// <inheritdoc/>
    public ImmutableArray<string> Processes { get; } = ["Launch", "AlarmNotification"];

    /// <inheritdoc/>
    public ReactionTarget? TargetOf(Incident incident)
    {
        var group = incident.Subject.Labels["AutoScalingGroupName"];
        return incident.Subject.Kind is SignalKind.Cpu && group.Length > 0 ? new ReactionTarget.Group(group) : null;
    }

    /// <inheritdoc/>
    public ReactionProposal Propose(ReactionTarget target, GroupFacts? facts, ReactionOptions options)
    {
        if (facts is null)
            return new ReactionProposal.Decline(ReactionRefusal.NoGroup);
        if (GroupPermission.RefusalFor(facts, Processes) is { } refusal)
            return new ReactionProposal.Decline(refusal);
        // An invalid step must never shrink a group.
        var to = Math.Min(facts.Max, facts.Desired + Math.Max(1, options.ScaleStep));
        return to <= facts.Desired
            ? new ReactionProposal.Decline(ReactionRefusal.AtMaximum)
            : new ReactionProposal.Act(new ReactionAction.SetDesiredCapacity(facts.Name, facts.Desired, to));
    }
}
