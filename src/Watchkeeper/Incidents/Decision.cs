namespace Watchkeeper.Incidents;

/// <summary>What the core decided: a named reason, and the write that carries it out.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Write">What to write; null where nothing changes.</param>
public sealed record Decision(DecisionReason Reason, SlotWrite? Write)
{
    /// <summary>A decision that changes nothing.</summary>
    public static Decision Unchanged(DecisionReason reason) => new(reason, null);
}
