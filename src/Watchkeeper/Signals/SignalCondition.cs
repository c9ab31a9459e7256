namespace Watchkeeper.Signals;

/// <summary>What a signal says about its subject.</summary>
public enum SignalCondition
{
    /// <summary>Something is wrong: ALARM, a matched detection, a flagged resource, an open Health event.</summary>
    Firing,

    /// <summary>It is well again: OK, a resource no longer flagged, a closed Health event.</summary>
    Resolved,

    /// <summary>The source cannot say: INSUFFICIENT_DATA.</summary>
    NoData,

    /// <summary>There is nothing left to say it of: the alarm was deleted, the instance terminated.</summary>
    Gone,
}
