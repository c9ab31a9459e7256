using System.Collections.Immutable;
using Watchkeeper.Patterns;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>
/// A rule over events of CloudTrail as EventBridge delivers them, with its own tests. <see cref="DetectionParser"/> describes the
/// file that it comes from.
/// </summary>
public sealed record Detection
{
    /// <summary>Its stable name in kebab case; part of fingerprints.</summary>
    public required string Id { get; init; }

    /// <summary>One line that says what happened, for calls that were carried out.</summary>
    public required string Title { get; init; }

    /// <summary>How bad it is where the call was carried out.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How bad it is where the call was refused (it has an <c>errorCode</c>); null: refused calls do not matter.</summary>
    public Severity? Attempts { get; init; }

    /// <summary>Why it matters, and what may explain it.</summary>
    public required string Description { get; init; }

    /// <summary>Where to read what to do; an https address.</summary>
    public required string Runbook { get; init; }

    /// <summary>What events it concerns.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>
    /// The event names that the pattern allows, where it lists them: an event of another name need not be asked about. Empty where
    /// the pattern leaves the name open.
    /// </summary>
    public ImmutableArray<string> EventNames { get; init; } = [];

    /// <summary>
    /// Places that hold JSON in a text, as CloudTrail gives policy documents; the pattern and the other paths see what the text
    /// holds in its place. A text that is no JSON stays what it is.
    /// </summary>
    public ImmutableArray<EventPath> Decode { get; init; } = [];

    /// <summary>Two values that must not be the same, which an event pattern cannot say; null where there is no such condition.</summary>
    public DifferentValues? Different { get; init; }

    /// <summary>The values by which incidents of this detection are told apart, besides the account; empty: one for an account.</summary>
    public ImmutableArray<EventPath> Fingerprint { get; init; } = [];

    /// <summary>
    /// The values by which acts of one incident are told apart, besides who did it and what was called: more that is done to the
    /// same thing, such as another policy for the same user.
    /// </summary>
    public ImmutableArray<EventPath> Act { get; init; } = [];

    /// <summary>What undoes it; empty where nothing does, as with what was destroyed.</summary>
    public ImmutableArray<Undoing> Undone { get; init; } = [];

    /// <summary>The resource that it is about; null where there is none.</summary>
    public EventPath? Resource { get; init; }

    /// <summary>Its own tests: at least one event that it must match and one that it must not.</summary>
    public required ImmutableArray<DetectionCase> Cases { get; init; }
}
