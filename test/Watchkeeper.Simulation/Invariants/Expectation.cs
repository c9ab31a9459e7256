using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>One message that somebody must get: one transition, one channel.</summary>
internal sealed class Expectation
{
    /// <summary>As it was right after the change that it is told of.</summary>
    public required Incident Incident { get; init; }

    /// <summary>The notice's key.</summary>
    public required string NotificationKey { get; init; }

    public required string Channel { get; init; }

    /// <summary>How often the channel took it.</summary>
    public int Taken { get; set; }

    /// <summary>How often the channel refused it for good.</summary>
    public int Refused { get; set; }

    /// <summary>How often it was made impossible to know whether it had been taken.</summary>
    public int Ambiguous { get; set; }

    /// <summary>Taken since the last claim of its row, and not yet settled.</summary>
    public int TakenUnsettled { get; set; }

    /// <summary>Whether the record that tells of it went to the failure destination.</summary>
    public bool IsGivenUp { get; set; }

    public override string ToString() => $"{Incident.Id} {NotificationKey} by {Channel}";
}
