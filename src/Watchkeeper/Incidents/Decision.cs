namespace Watchkeeper.Incidents;

/// <summary>A decision of the core: a named reason and the write that carries it out.</summary>
/// <param name="Reason">The reason for the decision.</param>
/// <param name="Write">The write; null if nothing changes.</param>
public sealed record Decision(DecisionReason Reason, SlotWrite? Write)
{
    /// <summary>A decision that changes nothing.</summary>
    public static Decision Unchanged(DecisionReason reason) => new(reason, null);
}
