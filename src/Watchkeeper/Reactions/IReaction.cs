using Watchkeeper.Incidents;

namespace Watchkeeper.Reactions;

/// <summary>One automatic remedy: pure, in one file, listed in <see cref="ReactionCatalogue"/>.</summary>
public interface IReaction
{
    /// <summary>Its name in kebab case, part of ledger keys.</summary>
    string Name { get; }

    /// <summary>What it would act on for this incident; null where it does not concern it.</summary>
    ReactionTarget? TargetOf(Incident incident);

    /// <summary>What it would do, given the facts (null: the target is in no group).</summary>
    ReactionProposal Propose(ReactionTarget target, GroupFacts? facts, ReactionOptions options);
}

/// <summary>What a reaction proposes.</summary>
public abstract record ReactionProposal
{
    /// <summary>To act.</summary>
    /// <param name="Action">The call.</param>
    public sealed record Act(ReactionAction Action) : ReactionProposal;

    /// <summary>To do nothing.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Decline(ReactionRefusal Reason) : ReactionProposal;
}

/// <summary>Why a reaction was not carried out. Names are stable.</summary>
public enum ReactionRefusal
{
    /// <summary>The global stop is set.</summary>
    Stopped,

    /// <summary>The target was acted on too recently.</summary>
    Cooldown,

    /// <summary>The hour's budget is used up.</summary>
    Budget,

    /// <summary>The group is as large as it may be.</summary>
    AtMaximum,

    /// <summary>The instance belongs to no Auto Scaling group, or the group is gone.</summary>
    NoGroup,

    /// <summary>The instance is no longer, or no longer healthy, in its group: the group is dealing with it already.</summary>
    AlreadyUnhealthy,

    /// <summary>Too few others are in service.</summary>
    HealthyMinimum,
}
