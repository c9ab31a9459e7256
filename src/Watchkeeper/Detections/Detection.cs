using System.Collections.Immutable;
using Watchkeeper.Patterns;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>
/// A rule over CloudTrail events in EventBridge's form, with its own tests. <see cref="DetectionParser"/> describes the file
/// format.
/// </summary>
public sealed record Detection
{
    /// <summary>The stable name in kebab case; part of fingerprints.</summary>
    public required string Id { get; init; }

    /// <summary>One line that says what happened, for successful calls.</summary>
    public required string Title { get; init; }

    /// <summary>The severity of a successful call.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The severity of a refused call (one with an <c>errorCode</c>); null ignores refused calls.</summary>
    public Severity? Attempts { get; init; }

    /// <summary>Why the act matters, and what may explain it.</summary>
    public required string Description { get; init; }

    /// <summary>The runbook: an https address.</summary>
    public required string Runbook { get; init; }

    /// <summary>The pattern that events must match.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>
    /// The event names that the pattern lists. Events with other names cannot match and need no check. Empty if the pattern
    /// allows any name.
    /// </summary>
    public ImmutableArray<string> EventNames { get; init; } = [];

    /// <summary>
    /// Paths of texts that contain JSON, such as CloudTrail's policy documents. The pattern and the other paths see the decoded
    /// JSON instead. A text without valid JSON stays unchanged.
    /// </summary>
    public ImmutableArray<EventPath> Decode { get; init; } = [];

    /// <summary>Two values that must differ, which an event pattern cannot express; null without such a condition.</summary>
    public DifferentValues? Different { get; init; }

    /// <summary>
    /// The values that distinguish incidents of this detection, besides the account. Empty: one incident per account.
    /// </summary>
    public ImmutableArray<EventPath> Fingerprint { get; init; } = [];

    /// <summary>
    /// The values that distinguish acts of one incident, besides actor and call: further acts on the same resource, such as
    /// another policy for the same user.
    /// </summary>
    public ImmutableArray<EventPath> Act { get; init; } = [];

    /// <summary>The undoings of the act; empty if nothing undoes it, as after a deletion.</summary>
    public ImmutableArray<Undoing> Undone { get; init; } = [];

    /// <summary>The path of the affected resource; null without one.</summary>
    public EventPath? Resource { get; init; }

    /// <summary>The detection's own tests: at least one event that must match and one that must not.</summary>
    public required ImmutableArray<DetectionCase> Cases { get; init; }
}
