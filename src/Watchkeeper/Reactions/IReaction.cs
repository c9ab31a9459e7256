using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Reactions;

/// <summary>One automatic remedy: pure, in one file, listed in <see cref="ReactionCatalogue"/>.</summary>
public interface IReaction
{
    /// <summary>Its name in kebab case, part of ledger keys.</summary>
    string Name { get; }

    /// <summary>
    /// The processes of a group (Auto Scaling user guide, «Suspend and resume processes») without which it must not act.
    /// </summary>
    ImmutableArray<string> Processes { get; }

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
    /// <param name="Refusal">Why, and what AWS says about it.</param>
    public sealed record Decline(Refusal Refusal) : ReactionProposal
    {
        /// <summary>With a reason that needs no words of AWS.</summary>
        public Decline(ReactionRefusal reason)
            : this(new Refusal(reason))
        {
        }
    }
}
