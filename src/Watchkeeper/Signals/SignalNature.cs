namespace Watchkeeper.Signals;

/// <summary>How signals with the same fingerprint relate to each other.</summary>
public enum SignalNature
{
    /// <summary>Each signal observes the whole state, so only the newest counts: alarms, findings, Health events.</summary>
    State,

    /// <summary>
    /// Each signal is an event of its own, so each counts whenever it arrives: API calls, and further pages of a Health event.
    /// </summary>
    Event,
}
