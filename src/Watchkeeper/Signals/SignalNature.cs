namespace Watchkeeper.Signals;

/// <summary>How signals of one fingerprint relate to each other.</summary>
public enum SignalNature
{
    /// <summary>Each observes the whole state, so only the newest counts: alarms, findings, Health events.</summary>
    State,

    /// <summary>Each is something that happened, so each counts whenever it arrives: API calls.</summary>
    Event,
}
