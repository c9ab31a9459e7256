using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Observability;

/// <summary>Finds the trace in which a change started.</summary>
internal static class ChangeTrace
{
    /// <summary>The trace header of the intake's invocation; null without a header.</summary>
    public static TraceHeader? From(StoreChange change) => TraceHeader.Parse(change switch
    {
        SlotChanged slot => slot.After.Last.Trace,
        ReactionChanged reaction => reaction.After.Trace,
        _ => null,
    });
}
