namespace Watchkeeper.Signals;

/// <summary>The condition of a subject, as a signal reports it.</summary>
public enum SignalCondition
{
    /// <summary>Something is wrong: ALARM, a matching detection, a flagged resource, an open Health event.</summary>
    Firing,

    /// <summary>Nothing is wrong any more: OK, a resource that is no longer flagged, a closed Health event.</summary>
    Resolved,

    /// <summary>The source has no data: INSUFFICIENT_DATA.</summary>
    NoData,

    /// <summary>The subject no longer exists: the alarm was deleted, the instance terminated.</summary>
    Gone,
}
