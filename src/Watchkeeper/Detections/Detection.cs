using System.Collections.Immutable;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>
/// A rule over CloudTrail events in EventBridge's form. <see cref="DetectionParser"/> describes the file format.
/// </summary>
public sealed record Detection
{
    /// <summary>The stable name in kebab case; part of fingerprints.</summary>
    public required string Id { get; init; }

    /// <summary>Title, description and advice, in English.</summary>
    public required DetectionTexts Texts { get; init; }

    /// <summary>The same in Chinese; null without a translation.</summary>
    public DetectionTexts? Chinese { get; init; }

    /// <summary>One line that says what happened, for successful calls.</summary>
    public string Title => Texts.Title;

    /// <summary>Whether its matches open incidents.</summary>
    public DetectionStage Stage { get; init; }

    /// <summary>The severity of a successful call.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The severity of a refused call (<see cref="CallOutcome.Refused"/>); null ignores refused calls.</summary>
    public Severity? Attempts { get; init; }

    /// <summary>
    /// Whether deployments do such things every day, so that the act is one step less severe if CloudFormation or a tool for
    /// infrastructure as code does it. False: whoever does it.
    /// </summary>
    public bool IsLowerable { get; init; }

    /// <summary>The runbook: an https address.</summary>
    public required string Runbook { get; init; }

    /// <summary>The page of the API that the pattern rests on: an https address; empty if the file names none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Techniques of MITRE ATT&amp;CK, such as <c>T1098.001</c>.</summary>
    public ImmutableArray<string> Techniques { get; init; } = [];

    /// <summary>Controls of the CIS AWS Foundations Benchmark v3.0.0, such as <c>4.16</c>.</summary>
    public ImmutableArray<string> Controls { get; init; } = [];

    /// <summary>The pattern that events must match.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>
    /// The event names that the pattern lists. Events with other names cannot match and need no check. Empty if the pattern
    /// allows any name.
    /// </summary>
    public ImmutableArray<string> EventNames { get; init; } = [];

    /// <summary>Whether the pattern asks for the error code, and so decides itself which failed calls count.</summary>
    public bool NamesErrorCode { get; init; }

    /// <summary>The exceptions among these events; null without exceptions.</summary>
    public EventPattern? Unless { get; init; }

    /// <summary>
    /// Paths of texts that contain JSON, such as CloudTrail's policy documents. The pattern and the other paths see the decoded
    /// JSON instead. A text without valid JSON stays unchanged.
    /// </summary>
    public ImmutableArray<EventPath> Decode { get; init; } = [];

    /// <summary>Two values that must differ, which an event pattern cannot express; null without such a condition.</summary>
    public DifferentValues? Different { get; init; }

    /// <summary>What the values of the event must mean, which an event pattern cannot express; all must hold.</summary>
    public ImmutableArray<Condition> Where { get; init; } = [];

    /// <summary>
    /// The values that distinguish incidents of this detection, besides the account. Empty: one incident per account.
    /// </summary>
    public ImmutableArray<EventPath> Fingerprint { get; init; } = [];

    /// <summary>How many matching events within which time are an act; null if each is one.</summary>
    public DetectionThreshold? Threshold { get; init; }

    /// <summary>
    /// The values that distinguish acts of one incident, besides actor and call: further acts on the same resource, such as
    /// another policy for the same user.
    /// </summary>
    public ImmutableArray<EventPath> Act { get; init; } = [];

    /// <summary>The undoings of the act; empty if nothing undoes it, as after a deletion.</summary>
    public ImmutableArray<Undoing> Undone { get; init; } = [];

    /// <summary>The path of the affected resource; null without one.</summary>
    public EventPath? Resource { get; init; }

    /// <summary>Whether an event, decoded, is the detection's act, whether the call succeeded or not.</summary>
    internal bool IsMetBy(System.Text.Json.JsonElement json) =>
        Pattern.Matches(json)
        && Unless?.Matches(json) is not true
        && Different?.IsMetBy(json) is not false
        && Where.All(condition => condition.IsMetBy(json));
}
