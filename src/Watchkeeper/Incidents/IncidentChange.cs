namespace Watchkeeper.Incidents;

/// <summary>What the latest change of a slot was. The stream carries one with every change, and the timeline is made of them.</summary>
public sealed record IncidentChange
{
    /// <summary>What was decided.</summary>
    public required DecisionReason Reason { get; init; }

    /// <summary>The signal's id, or the id of a person's action.</summary>
    public required string SignalId { get; init; }

    /// <summary>The envelope's id, for people to search by.</summary>
    public required string EventId { get; init; }

    /// <summary>When it happened, by the source's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was decided, by ours.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The source's own words, shortened; text that anybody may have written.</summary>
    public required string Description { get; init; }

    /// <summary>The X-Ray trace header under which it was received.</summary>
    public string? Trace { get; init; }
}
