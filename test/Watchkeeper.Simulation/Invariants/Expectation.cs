using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>One expected message: one transition over one channel.</summary>
internal sealed class Expectation
{
    /// <summary>The incident right after the change that the message reports.</summary>
    public required Incident Incident { get; init; }

    /// <summary>The key of the notification.</summary>
    public required string NotificationKey { get; init; }

    public required string Channel { get; init; }

    /// <summary>Whether it is expected only in the place of a message that another channel gave up.</summary>
    public bool IsFallback { get; init; }

    /// <summary>How often the channel accepted it.</summary>
    public int Taken { get; set; }

    /// <summary>How often the channel refused it permanently.</summary>
    public int Refused { get; set; }

    /// <summary>How often the channel refused an address that had been replaced.</summary>
    public int RefusedAddresses { get; set; }

    /// <summary>How often a fault hid whether the channel had accepted it.</summary>
    public int Ambiguous { get; set; }

    /// <summary>How often the channel accepted it since the last claim of its row, before the row was settled.</summary>
    public int TakenUnsettled { get; set; }

    /// <summary>Whether its stream record went to the failure destination.</summary>
    public bool IsGivenUp { get; set; }

    public override string ToString() => $"{Incident.Id} {NotificationKey} by {Channel}";
}
