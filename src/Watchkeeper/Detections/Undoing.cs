using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns;

namespace Watchkeeper.Detections;

/// <summary>What undoes the act that a detection is for, so that its incident ends: StartLogging after StopLogging.</summary>
public sealed record Undoing
{
    /// <summary>The events that undo it, where they were carried out and are no act themselves.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>
    /// Of these events the ones that undo nothing all the same, since a pattern alone cannot say of a list that none is so; null
    /// where there are none.
    /// </summary>
    public EventPattern? Unless { get; init; }

    /// <summary>The event names that the pattern allows; never empty, so that events of other names cost nothing.</summary>
    public required ImmutableArray<string> EventNames { get; init; }

    /// <summary>Where such an event holds the values that the act's fingerprint has, in the same order.</summary>
    public required ImmutableArray<EventPath> Fingerprint { get; init; }

    /// <summary>Whether an event is one that undoes it.</summary>
    public bool Matches(JsonElement json) => Pattern.Matches(json) && Unless?.Matches(json) is not true;
}
