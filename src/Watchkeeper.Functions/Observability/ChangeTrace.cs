using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Observability;

/// <summary>Under which trace a change was begun.</summary>
internal static class ChangeTrace
{
    /// <summary>The header that the intake was invoked with; null where there was none.</summary>
    public static TraceHeader? From(StoreChange change) => TraceHeader.Parse(change switch
    {
        SlotChanged slot => slot.After.Last.Trace,
        ReactionChanged reaction => reaction.After.Trace,
        _ => null,
    });
}
