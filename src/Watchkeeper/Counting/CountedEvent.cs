using System.Collections.Immutable;

namespace Watchkeeper.Counting;

/// <summary>An event to count towards a threshold.</summary>
public sealed record CountedEvent
{
    /// <summary>Length of a mark in hexadecimal digits.</summary>
    public const int MarkLength = 16;

    /// <summary>The threshold.</summary>
    public required Threshold Threshold { get; init; }

    /// <summary>What is counted together: 32 hexadecimal digits of a hash.</summary>
    public required string Key { get; init; }

    /// <summary>The event: 16 hexadecimal digits of a hash of its id, the same for each delivery.</summary>
    public required string Event { get; init; }

    /// <summary>
    /// The marks of its different values, at least one and at most as many as the threshold counts; the event's own mark if
    /// events are counted.
    /// </summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>The time of the event, by the source's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the field whose different values count; empty if events are counted.</summary>
    public string Field { get; init; } = "";
}
