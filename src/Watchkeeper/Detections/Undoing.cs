using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns;

namespace Watchkeeper.Detections;

/// <summary>What undoes a detection's act and so ends its incident: StartLogging after StopLogging.</summary>
public sealed record Undoing
{
    /// <summary>The undoing events, unless the call was refused or is itself an act.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>
    /// The exceptions among these events, which undo nothing. The pattern alone cannot require that no element of a list has a
    /// value. Null without exceptions.
    /// </summary>
    public EventPattern? Unless { get; init; }

    /// <summary>The event names that the pattern lists; never empty, so that events with other names cost nothing.</summary>
    public required ImmutableArray<string> EventNames { get; init; }

    /// <summary>The paths of the values in the act's fingerprint, in the same order.</summary>
    public required ImmutableArray<EventPath> Fingerprint { get; init; }

    /// <summary>Whether an event undoes the act.</summary>
    public bool Matches(JsonElement json) => Pattern.Matches(json) && Unless?.Matches(json) is not true;
}
