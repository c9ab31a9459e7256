using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>
/// Whether the state of a group permits a reaction. The operator may have said «hands off» (suspended processes, standby,
/// protection), and Auto Scaling may be changing the group already.
/// </summary>
internal static class GroupPermission
{
    /// <summary>Why no reaction may change the group; null if one may.</summary>
    /// <param name="facts">The group.</param>
    /// <param name="processes">The processes that the reaction requires.</param>
    public static Refusal? RefusalFor(GroupFacts facts, ImmutableArray<string> processes)
    {
        var suspended = processes.FirstOrDefault(facts.Suspended.ContainsKey);
        return facts switch
        {
            { Unreadable.Length: > 0 } => new Refusal(ReactionRefusal.GroupUnknown, facts.Unreadable),
            { Status.Length: > 0 } => new Refusal(ReactionRefusal.GroupDeleting, facts.Status),
            _ when suspended is not null =>
                new Refusal(ReactionRefusal.ProcessSuspended, Words(suspended, facts.Suspended[suspended])),
            { Refresh.Length: > 0 } => new Refusal(ReactionRefusal.InstanceRefresh, facts.Refresh),
            { WarmPoolMove.Length: > 0 } => new Refusal(ReactionRefusal.WarmPoolMoving, facts.WarmPoolMove),
            _ => null,
        };
    }

    /// <summary>Why no reaction may change the instance; null if one may.</summary>
    public static Refusal? RefusalFor(GroupFacts facts, string instance)
    {
        var state = facts.States.GetValueOrDefault(instance, "");
        return state switch
        {
            "Standby" or "EnteringStandby" => new Refusal(ReactionRefusal.Standby, state),
            "Detaching" or "Detached" => new Refusal(ReactionRefusal.Detached, state),
            { Length: > 0 } => new Refusal(ReactionRefusal.NotInService, state),
            _ when facts.Protected.Contains(instance, StringComparer.Ordinal) => new Refusal(ReactionRefusal.ScaleInProtected),
            _ => null,
        };
    }

    private static string Words(string process, string why) => why.Length > 0 ? $"{process}: {why}" : process;
}
