using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Reactions;

/// <summary>One automatic reaction: pure, in one file, listed in <see cref="ReactionCatalogue"/>.</summary>
public interface IReaction
{
    /// <summary>The reaction's name in kebab case; part of ledger keys.</summary>
    string Name { get; }

    /// <summary>
    /// The processes of a group that the reaction requires (Auto Scaling user guide, «Suspend and resume processes»).
    /// </summary>
    ImmutableArray<string> Processes { get; }

    /// <summary>The target of the reaction for this incident; null if the reaction does not apply.</summary>
    ReactionTarget? TargetOf(Incident incident);

    /// <summary>The proposal for these facts (null: the target is in no group).</summary>
    ReactionProposal Propose(ReactionTarget target, GroupFacts? facts, ReactionOptions options);
}

/// <summary>The proposal of a reaction.</summary>
public abstract record ReactionProposal
{
    /// <summary>The reaction proposes a call.</summary>
    /// <param name="Action">The call.</param>
    public sealed record Act(ReactionAction Action) : ReactionProposal;

    /// <summary>The reaction proposes nothing.</summary>
    /// <param name="Refusal">The reason, and AWS's words about it.</param>
    public sealed record Decline(Refusal Refusal) : ReactionProposal
    {
        /// <summary>Creates a refusal whose reason needs no words of AWS.</summary>
        public Decline(ReactionRefusal reason)
            : this(new Refusal(reason))
        {
        }
    }
}
